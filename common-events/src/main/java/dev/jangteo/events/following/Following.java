package dev.jangteo.events.following;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.following.FollowingSettings.Fill.Way;
import dev.jangteo.events.following.KafkaEar.Plan;
import dev.jangteo.events.wire.BrokerWatch;
import dev.jangteo.events.wire.NotificationFormat;
import dev.jangteo.events.wire.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is done for one follower. Starting never waits for anybody: in the
 * background it is found out whether the copy has to be filled, then the follower begins
 * to listen, then it fills.
 *
 * @param <S> type of the state
 */
final class Following<S> {

	private static final Logger log = LoggerFactory.getLogger(Following.class);

	private static final String CAUGHT_UP = "caught-up";

	private static final Duration LEASE = Duration.ofSeconds(30);

	private final Followed<S> followed;

	private final Tools tools;

	private final CopyMeters meters;

	private final Copying<S> copying;

	private final Filling<S> filling;

	private final Reconciling reconciling;

	private final FeedEar feed;

	private final AtomicReference<@Nullable Instant> caughtUp = new AtomicReference<>();

	private volatile @Nullable KafkaEar kafka;

	private volatile @Nullable Thread starter;

	private volatile boolean stopped = true;

	Following(Follower<S> follower, Owner<S> owner, Tools tools) {
		this.followed = follower.followed();
		this.tools = tools;
		this.meters = new CopyMeters(tools.meters(), followed.name());
		var settings = tools.settings();
		this.copying = new Copying<>(follower, owner, tools.failures(), settings.consumer(), tools.traces(), meters);
		this.filling = new Filling<>(follower, owner, copying, tools.memory(), settings.fill(), meters);
		this.reconciling = new Reconciling(followed.name(), owner, follower.versionIndex(), copying,
				settings.reconciliation().confirmAfter(), meters);
		this.feed = new FeedEar(followed.name(), followed.aggregate(), owner, copying, tools.broker(), settings,
				caughtUp::get, () -> Thread.ofVirtual().start(reconciling::run));
		meters.gauge("consumer.feed", "1 while the owner's feed is read instead of Kafka",
				() -> feed.reading() ? 1 : 0);
	}

	Followed<S> followed() {
		return followed;
	}

	Copying<S> copying() {
		return copying;
	}

	Filling<S> filling() {
		return filling;
	}

	Reconciling reconciling() {
		return reconciling;
	}

	CopyMeters meters() {
		return meters;
	}

	boolean readsFeed() {
		return feed.reading();
	}

	@Nullable Instant caughtUp() {
		return caughtUp.get();
	}

	void start() {
		stopped = false;
		starter = Thread.ofVirtual().name(followed.name() + "-starter").start(this::run);
		feed.start();
	}

	void stop() {
		stopped = true;
		Thread running = starter;
		if (running != null) {
			running.interrupt();
		}
		feed.stop();
		var ear = kafka;
		if (ear != null) {
			ear.stop();
		}
		rememberCaughtUp();
	}

	/** Fill the copy once more, in the background. */
	void fillAgain() {
		Thread.ofVirtual().name(followed.name() + "-fill").start(() -> {
			try {
				filling.again();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/** Retry what is due, and count. Called every now and then. */
	void tend() {
		if (stopped) {
			return;
		}
		meters.failing(tools.failures().count(followed.name()));
		if (meters.failing().retried() > 0) {
			var due = tools.failures().due(followed.name(), tools.settings().consumer().bulk(), LEASE);
			copying.retry(due);
		}
	}

	void rememberCaughtUp() {
		var time = caughtUp.get();
		if (time != null) {
			try {
				tools.memory().remember(followed.name(), CAUGHT_UP, time.toString());
			}
			catch (RuntimeException ex) {
				log.debug("{} does not remember how far it came", followed.name(), ex);
			}
		}
	}

	private void run() {
		try {
			var way = patiently(this::plan);
			patiently(() -> listen(way));
			if (way == Way.PAGES) {
				filling.byPages();
			}
		}
		catch (InterruptedException ex) {
			log.debug("{} stops before it has begun", followed.name());
		}
	}

	/** Which way to fill, or {@link Way#OFF} if there is nothing to fill. */
	private Way plan() {
		tools.memory()
			.recall(followed.name(), CAUGHT_UP)
			.map(Instant::parse)
			.ifPresent(time -> caughtUp.compareAndSet(null, time));
		var way = tools.settings().fill().way();
		if (way == Way.OFF || !filling.due()) {
			return Way.OFF;
		}
		return (way == Way.TOPIC) ? Way.TOPIC : Way.PAGES;
	}

	private Way listen(Way way) {
		var now = Instant.now();
		if (way == Way.PAGES) {
			// What is older comes with the pages; without Kafka the feed has to go back
			// no further either.
			caughtUp.set(now);
		}
		var plan = switch (way) {
			case PAGES -> new Plan(Plan.Start.SINCE, now);
			case TOPIC -> new Plan(Plan.Start.BEGINNING, now);
			case AUTO, OFF -> new Plan(Plan.Start.COMMITTED, now);
		};
		var ear = new KafkaEar(tools.consumerConfig(), NotificationFormat.topic(followed.aggregate()),
				tools.service() + "." + followed.name(), tools.settings().consumer(), plan, copying, filling, meters,
				this::caughtUpAt);
		ear.start();
		kafka = ear;
		return way;
	}

	private void caughtUpAt(Instant time) {
		if (!tools.broker().away()) {
			caughtUp.set(time);
		}
	}

	private Way patiently(Supplier<Way> step) throws InterruptedException {
		long pause = 100;
		while (true) {
			try {
				return step.get();
			}
			catch (RuntimeException ex) {
				log.info("{} cannot begin yet: {}", followed.name(), ex.toString());
				TimeUnit.MILLISECONDS.sleep(pause);
				pause = Math.min(pause * 2, tools.settings().consumer().longestHold().toMillis());
			}
		}
	}

	/**
	 * What all followers of a service share.
	 *
	 * @param service the service's name, part of the names of its consumer groups
	 */
	record Tools(String service, FollowingSettings settings, Map<String, Object> consumerConfig,
			FailedSubjects failures, FollowerMemory memory, BrokerWatch broker, Traces traces, MeterRegistry meters) {
	}

}
