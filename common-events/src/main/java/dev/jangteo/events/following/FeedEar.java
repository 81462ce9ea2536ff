package dev.jangteo.events.following;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.jangteo.events.following.Owner.Heard;
import dev.jangteo.events.wire.BrokerWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears notifications through the owner's feed while Kafka is away. It begins somewhat
 * before the time the follower was last known to be up to date; what Kafka brings later
 * on is dropped as stale, so nothing depends on where exactly one way ends and the other
 * begins.
 */
final class FeedEar {

	private static final Logger log = LoggerFactory.getLogger(FeedEar.class);

	private static final int GONE = 410;

	private final String name;

	private final String aggregate;

	private final Owner<?> owner;

	private final Copying<?> copying;

	private final BrokerWatch broker;

	private final FollowingSettings settings;

	private final Supplier<@Nullable Instant> caughtUp;

	private final Runnable missedSome;

	private volatile boolean reading;

	private volatile @Nullable Thread thread;

	/**
	 * An ear that does not listen yet.
	 * @param caughtUp when the follower was last known to be up to date
	 * @param missedSome called when the feed goes back less far than needed
	 */
	FeedEar(String name, String aggregate, Owner<?> owner, Copying<?> copying, BrokerWatch broker,
			FollowingSettings settings, Supplier<@Nullable Instant> caughtUp, Runnable missedSome) {
		this.name = name;
		this.aggregate = aggregate;
		this.owner = owner;
		this.copying = copying;
		this.broker = broker;
		this.settings = settings;
		this.caughtUp = caughtUp;
		this.missedSome = missedSome;
	}

	boolean reading() {
		return reading;
	}

	void start() {
		var starting = Thread.ofVirtual().name(name + "-feed").unstarted(this::run);
		thread = starting;
		starting.start();
	}

	void stop() {
		Thread running = thread;
		thread = null;
		if (running != null) {
			running.interrupt();
		}
	}

	private boolean running() {
		return Thread.currentThread().equals(thread);
	}

	private void run() {
		try {
			while (running()) {
				if (broker.away()) {
					read();
				}
				sleep(settings.feed().poll());
			}
		}
		catch (InterruptedException ex) {
			log.debug("{} stops", name);
		}
	}

	private void read() throws InterruptedException {
		log.info("{} follows the feed of its owner", name);
		String cursor = null;
		var known = caughtUp.get();
		var since = (known != null) ? known.minus(settings.feed().margin()) : null;
		long pause = 100;
		while (running() && broker.away()) {
			try {
				var page = owner.feed(cursor, since, settings.feed().limit());
				copying.on(ours(page.heard()));
				cursor = page.next();
				reading = true;
				pause = 100;
				if (page.heard().size() < settings.feed().limit()) {
					sleep(settings.feed().poll());
				}
			}
			catch (Owner.Refused ex) {
				if (ex.status() == GONE) {
					missedSome.run();
					cursor = null;
					since = Instant.now().minus(settings.feed().margin());
				}
				pause = pauseAfter(ex, pause);
			}
			catch (RuntimeException ex) {
				pause = pauseAfter(ex, pause);
			}
		}
		reading = false;
		log.info("{} follows Kafka again", name);
	}

	private List<Heard> ours(List<Heard> heard) {
		return heard.stream().filter(one -> one.notification().aggregate().equals(aggregate)).toList();
	}

	private long pauseAfter(RuntimeException ex, long pause) throws InterruptedException {
		log.info("{} could not read the feed: {}", name, ex.toString());
		sleep(Duration.ofMillis(pause));
		return Math.min(pause * 2, settings.consumer().longestHold().toMillis());
	}

	private static void sleep(Duration duration) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(duration.toMillis());
	}

}
