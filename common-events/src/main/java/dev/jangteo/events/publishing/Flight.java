package dev.jangteo.events.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/** A batch on its way to Kafka. */
final class Flight {

	private final List<LogRow> rows;

	private final CountDownLatch inTheAir;

	private final Map<LogRow, Exception> failed = new LinkedHashMap<>();

	private final Runnable whenLanded;

	/**
	 * A batch that takes off.
	 * @param rows in their order
	 * @param whenLanded called when the last one has landed
	 */
	Flight(List<LogRow> rows, Runnable whenLanded) {
		this.rows = rows;
		this.whenLanded = whenLanded;
		this.inTheAir = new CountDownLatch(rows.size());
	}

	long lastPosition() {
		return rows.getLast().position();
	}

	int size() {
		return rows.size();
	}

	void land(LogRow row, @Nullable Exception error) {
		if (error != null) {
			synchronized (failed) {
				failed.put(row, error);
			}
		}
		inTheAir.countDown();
		if (landed()) {
			whenLanded.run();
		}
	}

	boolean landed() {
		return inTheAir.getCount() == 0;
	}

	/** Each lands sooner or later, if only because the producer's time limit is over. */
	void awaitLanding() throws InterruptedException {
		inTheAir.await();
	}

	/** The rows that failed, in their order, once all have landed. */
	List<LogRow> failed() {
		synchronized (failed) {
			return failed.isEmpty() ? List.of() : rows.stream().filter(failed::containsKey).toList();
		}
	}

	Exception error(LogRow row) {
		synchronized (failed) {
			var error = failed.get(row);
			return (error != null) ? error : new IllegalStateException("did not fail");
		}
	}

}
