package dev.jangteo.events.following;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of one follower. */
final class CopyMeters {

	private final MeterRegistry meters;

	private final String follower;

	private final Counter resolved;

	private final Counter stale;

	private final Counter askedAgain;

	private final Counter failed;

	private final Counter malformed;

	private final Counter mended;

	private volatile FailedSubjects.Count failing = new FailedSubjects.Count(0, 0);

	CopyMeters(MeterRegistry meters, String follower) {
		this.meters = meters;
		this.follower = follower;
		this.resolved = counter("consumer.resolved", "Subjects asked of the owner and applied");
		this.stale = counter("consumer.stale", "Notifications dropped because the copy was as new already");
		this.askedAgain = counter("consumer.asked.again", "Answers older than the notification");
		this.failed = counter("consumer.failed", "Subjects that failed for themselves");
		this.malformed = counter("consumer.malformed", "Messages that are no notifications");
		this.mended = counter("drift.mended", "Differences to the owner that were mended");
		gauge("failing", "Subjects that failed and are retried", () -> failing.retried());
		gauge("dead.letters", "Subjects that failed too often and wait for an operator", () -> failing.dead());
	}

	void resolved(int count) {
		resolved.increment(count);
	}

	void stale(int count) {
		stale.increment(count);
	}

	void askedAgain(int count) {
		askedAgain.increment(count);
	}

	void failed(int count) {
		if (count > 0) {
			failed.increment(count);
			failing = new FailedSubjects.Count(Math.max(1, failing.retried()), failing.dead());
		}
	}

	void malformed() {
		malformed.increment();
	}

	void mended(int count) {
		mended.increment(count);
	}

	void failing(FailedSubjects.Count count) {
		failing = count;
	}

	FailedSubjects.Count failing() {
		return failing;
	}

	/**
	 * Whether a success may end a failure; another process may know better for a second.
	 */
	boolean anyFailing() {
		return failing.retried() + failing.dead() > 0;
	}

	void gauge(String name, String description, Supplier<Number> value) {
		Gauge.builder("jangteo.events." + name, value)
			.description(description)
			.tag("follower", follower)
			.register(meters);
	}

	private Counter counter(String name, String description) {
		return Counter.builder("jangteo.events." + name)
			.description(description)
			.tag("follower", follower)
			.register(meters);
	}

}
