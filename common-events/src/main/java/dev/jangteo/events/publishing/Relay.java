package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.jangteo.events.wire.BrokerWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sends the log to Kafka. Of all processes on one database one is active; the others
 * stand by and take over when its session ends. Rows are sent in the log's order, and the
 * cursor moves only behind what Kafka has acknowledged: a row may be sent twice, never
 * not at all. While the acknowledgements are awaited the next batch is read.
 * <p>
 * With Kafka away it waits. A row Kafka refuses, or does not take in several attempts
 * while it answers otherwise, is parked, and the log goes on behind it.
 */
final class Relay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	private static final int LONGEST_HIDDEN_PAUSE_MS = 20;

	private static final int MOST_IN_THE_AIR = 3;

	private final PublishingSettings.Relay settings;

	private final Connections connections;

	private final Supplier<Sender> senders;

	private final BrokerWatch broker;

	private final BooleanSupplier topicsDeclared;

	private final Counter sent;

	private final Counter parked;

	private final Semaphore news = new Semaphore(0);

	private volatile boolean active;

	private volatile @Nullable Thread thread;

	Relay(PublishingSettings.Relay settings, Connections connections, Supplier<Sender> senders, BrokerWatch broker,
			BooleanSupplier topicsDeclared, MeterRegistry meters) {
		this.settings = settings;
		this.connections = connections;
		this.senders = senders;
		this.broker = broker;
		this.topicsDeclared = topicsDeclared;
		this.sent = Counter.builder("jangteo.events.relay.sent")
			.description("Notifications acknowledged by Kafka")
			.register(meters);
		this.parked = Counter.builder("jangteo.events.relay.refused")
			.description("Notifications that could not be sent and were parked")
			.register(meters);
		Gauge.builder("jangteo.events.relay.active", () -> active ? 1 : 0)
			.description("Whether this process is the one that sends")
			.register(meters);
	}

	/** Look at the log now. */
	void wake() {
		if (news.availablePermits() == 0) {
			news.release();
		}
	}

	boolean active() {
		return active;
	}

	@Override
	public void start() {
		var starting = Thread.ofPlatform().name("notification-relay").daemon().unstarted(this::run);
		thread = starting;
		starting.start();
	}

	@Override
	public void stop() {
		Thread running = thread;
		thread = null;
		if (running != null) {
			wake();
			try {
				running.join(2000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			running.interrupt();
		}
	}

	/** Before the web server starts, and until after it has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	private boolean running() {
		return Thread.currentThread().equals(thread);
	}

	private void run() {
		while (running()) {
			// The producer is made before it is needed: taking over shall not wait for
			// it.
			try (var session = new RelaySession(connections.open(), settings.takeover()); var sender = senders.get()) {
				standBy(session);
				active = running();
				relay(session, sender);
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (SQLException | RuntimeException ex) {
				log.warn("The relay starts again: {}", ex.toString());
				pause();
			}
			finally {
				active = false;
			}
		}
	}

	private void standBy(RelaySession session) throws SQLException, InterruptedException {
		while (running() && !session.lock()) {
			TimeUnit.MILLISECONDS.sleep(settings.standbyPoll().toMillis());
		}
	}

	private void relay(RelaySession session, Sender sender) throws SQLException, InterruptedException {
		while (running() && !topicsDeclared.getAsBoolean()) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		log.info("This process relays the notifications");
		long position = session.cursor();
		long hiddenPause = 1;
		var inTheAir = new ArrayDeque<Flight>();
		while (running()) {
			var rows = session.next(position, settings.batch());
			while (!inTheAir.isEmpty() && (inTheAir.getFirst().landed() || inTheAir.size() == MOST_IN_THE_AIR)) {
				arrive(inTheAir.removeFirst(), session, sender);
			}
			if (rows == null) {
				await(hiddenPause);
				hiddenPause = Math.min(hiddenPause * 2, LONGEST_HIDDEN_PAUSE_MS);
			}
			else if (rows.isEmpty()) {
				await(settings.idlePoll().toMillis());
			}
			else {
				hiddenPause = 1;
				inTheAir.addLast(sender.send(rows, this::wake));
				position = rows.getLast().position();
			}
		}
		for (var flight : inTheAir) {
			arrive(flight, session, sender);
		}
	}

	/** Until something was appended or has landed, or the time is over. */
	private void await(long millis) throws InterruptedException {
		if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
			news.drainPermits();
		}
	}

	private void arrive(Flight flight, RelaySession session, Sender sender) throws SQLException, InterruptedException {
		var attempts = new HashMap<LogRow, Integer>();
		var round = flight;
		while (true) {
			round.awaitLanding();
			var failed = round.failed();
			sent.increment(round.size() - failed.size());
			if (failed.isEmpty()) {
				break;
			}
			var again = parkHopeless(failed, round, attempts, session);
			if (again.isEmpty()) {
				break;
			}
			waitForBroker(sender);
			round = sender.send(again, this::wake);
		}
		session.moveCursor(flight.lastPosition());
	}

	/** Parks what is refused for good or too often, and answers the rest. */
	private List<LogRow> parkHopeless(List<LogRow> failed, Flight round, Map<LogRow, Integer> attempts,
			RelaySession session) throws SQLException, InterruptedException {
		boolean othersWent = round.size() > failed.size();
		boolean kafkaAnswers = othersWent || failed.stream().allMatch(row -> Sender.hopeless(round.error(row)))
				|| kafkaAnswers();
		for (LogRow row : failed) {
			var error = round.error(row);
			if (Sender.hopeless(error)) {
				attempts.put(row, settings.attempts());
			}
			else if (!othersWent && !(error instanceof RetriableException)) {
				throw new IllegalStateException("The producer is of no use any more", error);
			}
			else if (kafkaAnswers) {
				attempts.merge(row, 1, Integer::sum);
			}
			if (attempts.getOrDefault(row, 0) >= settings.attempts()) {
				session.park(row, error.toString());
				parked.increment();
				log.error("Parked the notification at {} of {} {}: {}", row.position(), row.aggregate(), row.subject(),
						error.toString());
			}
		}
		return failed.stream().filter(row -> attempts.getOrDefault(row, 0) < settings.attempts()).toList();
	}

	/**
	 * Whether Kafka answers a question asked from now on: what it said before may be what
	 * was true before.
	 */
	private boolean kafkaAnswers() throws InterruptedException {
		var now = Instant.now();
		while (running()) {
			var answered = broker.answeredSince(now);
			if (answered != null) {
				return answered;
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
		return false;
	}

	private void waitForBroker(Sender sender) throws InterruptedException {
		boolean wasAway = broker.away();
		do {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		while (running() && broker.away());
		if (wasAway) {
			sender.retryUnknownTopics();
		}
		if (!running()) {
			throw new InterruptedException("stopped with notifications not sent");
		}
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(settings.standbyPoll().toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Opens connections to the log's database that no pool keeps. */
	@FunctionalInterface
	interface Connections {

		Connection open() throws SQLException;

	}

}
