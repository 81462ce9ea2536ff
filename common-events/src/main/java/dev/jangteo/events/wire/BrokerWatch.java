package dev.jangteo.events.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks Kafka every second whether it is there. Away means that it has not answered for a
 * while; it is taken to be there until that was found out.
 */
public final class BrokerWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

	private static final int PERIOD_MS = 1000;

	/**
	 * A process that starts is busy, and its first answer takes a while though Kafka is
	 * there.
	 */
	private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);

	private final Map<String, Object> config;

	private final Duration patience;

	private final Clock clock;

	private volatile Instant lastAnswer = Instant.MAX;

	private volatile @Nullable Question lastQuestion;

	private volatile boolean away;

	private volatile @Nullable Thread thread;

	/**
	 * Starts nothing yet.
	 * @param config of an admin client
	 * @param patience how long without an answer before Kafka is said to be away
	 * @param clock the time
	 */
	public BrokerWatch(Map<String, Object> config, Duration patience, Clock clock) {
		this.config = new HashMap<>(config);
		this.config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PERIOD_MS);
		this.config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PERIOD_MS);
		this.config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, PERIOD_MS / 2);
		this.patience = patience;
		this.clock = clock;
	}

	/** Whether Kafka has not answered for longer than the patience. */
	public boolean away() {
		return away;
	}

	/**
	 * Whether Kafka answered a question asked after the given time; null if none was
	 * asked since.
	 */
	public @Nullable Boolean answeredSince(Instant time) {
		var question = lastQuestion;
		return (question != null && question.askedAt().isAfter(time)) ? question.answered() : null;
	}

	@Override
	public void start() {
		lastAnswer = clock.instant().plus(FIRST_ANSWER);
		var starting = Thread.ofVirtual().name("events-broker-watch").unstarted(this::watch);
		thread = starting;
		starting.start();
	}

	@Override
	public void stop() {
		Thread watching = thread;
		thread = null;
		if (watching != null) {
			watching.interrupt();
		}
	}

	/** Before those who ask it. */
	@Override
	public int getPhase() {
		return -1;
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	private void watch() {
		while (running()) {
			try (var admin = AdminClient.create(config)) {
				while (running()) {
					var askedAt = clock.instant();
					note(askedAt, answered(admin));
					TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				// Not even a client can be made, for example because no bootstrap address
				// resolves.
				note(clock.instant(), false);
				pause();
			}
		}
	}

	private boolean running() {
		return Thread.currentThread().equals(thread);
	}

	private static boolean answered(AdminClient admin) throws InterruptedException {
		try {
			return !admin.describeCluster().nodes().get(2L * PERIOD_MS, TimeUnit.MILLISECONDS).isEmpty();
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	private void note(Instant askedAt, boolean answered) {
		var now = clock.instant();
		lastQuestion = new Question(askedAt, answered);
		if (answered) {
			lastAnswer = now;
		}
		var wasAway = away;
		away = !answered && lastAnswer.plus(patience).isBefore(now);
		if (away != wasAway) {
			log.warn(away ? "Kafka is away" : "Kafka is back");
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private record Question(Instant askedAt, boolean answered) {
	}

}
