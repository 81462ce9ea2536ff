package dev.jangteo.events.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the log's partitions ahead of time, drops old days once they are wholly sent, and
 * counts what is not sent yet. Every process does it; whoever comes second finds nothing
 * to do.
 */
final class Housekeeping implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

	private static final String PARTITION = "notification_log_";

	private static final int COUNTED_EXACTLY = 10_000;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final PublishingSettings.Relay settings;

	private final Clock clock;

	private volatile Unsent unsent = new Unsent(0, 0, 0);

	private @Nullable ScheduledExecutorService scheduler;

	Housekeeping(JdbcClient jdbc, TransactionOperations transactions, PublishingSettings.Relay settings, Clock clock,
			MeterRegistry meters) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("jangteo.events.log.unsent.rows", () -> unsent.rows())
			.description("Notifications in the log that Kafka has not acknowledged")
			.register(meters);
		Gauge.builder("jangteo.events.log.unsent.seconds", () -> unsent.seconds())
			.description("Age of the oldest notification not acknowledged")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder("jangteo.events.parked", () -> unsent.parked())
			.description("Notifications that could not be sent and wait for an operator")
			.register(meters);
	}

	@Override
	public void start() {
		var started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("events-housekeeping").factory());
		var _ = started.scheduleWithFixedDelay(() -> quietly("count", this::count), 1, 5, TimeUnit.SECONDS);
		var _ = started.scheduleWithFixedDelay(() -> quietly("partition", this::keepPartitions), 0, 600,
				TimeUnit.SECONDS);
		scheduler = started;
	}

	@Override
	public void stop() {
		if (scheduler != null) {
			scheduler.shutdownNow();
			scheduler = null;
		}
	}

	/** Before the web server starts, and until after it has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return scheduler != null;
	}

	/** Makes the next days' partitions and drops those that are old and sent. */
	void keepPartitions() {
		var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
		for (int ahead = 0; ahead <= settings.daysAhead(); ahead++) {
			create(today.plusDays(ahead));
		}
		var oldest = today.minusDays(settings.retention().toDays());
		days().stream().filter(day -> day.isBefore(oldest)).forEach(this::drop);
	}

	/** Counts what the gauges show. */
	void count() {
		unsent = jdbc.sql("""
				select case when counted.rows < %1$d then counted.rows
				            else (select max(position) from notification_log) - sent.position end,
				       coalesce(extract(epoch from now() - counted.oldest), 0),
				       (select count(*) from notification_parked)
				from notification_cursor as sent,
				     lateral (select count(*) as rows, min(time) as oldest
				              from (select time from notification_log
				                    where position > sent.position order by position limit %1$d) as waiting) as counted
				""".formatted(COUNTED_EXACTLY))
			.query((row, _) -> new Unsent(row.getLong(1), Math.max(0, row.getDouble(2)), row.getLong(3)))
			.single();
	}

	private List<LocalDate> days() {
		return jdbc.sql("""
				select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
				where inhparent = 'notification_log'::regclass and relname ~ '^notification_log_[0-9]{8}$'
				order by relname
				""")
			.query(String.class)
			.list()
			.stream()
			.map(name -> LocalDate.parse(name.substring(PARTITION.length()), DAY))
			.toList();
	}

	private void create(LocalDate day) {
		if (days().contains(day)) {
			return;
		}
		quietly("create",
				() -> briefly(() -> jdbc.sql("select create_notification_partition(?)").param(day).query(row -> {
				})));
	}

	private void drop(LocalDate day) {
		var partition = PARTITION + DAY.format(day);
		quietly("drop", () -> briefly(() -> {
			jdbc.sql("lock table " + partition + " in access exclusive mode").update();
			var last = jdbc.sql("select coalesce(max(position), 0) from " + partition).query(Long.class).single();
			var sent = jdbc.sql("select position from notification_cursor for update").query(Long.class).single();
			if (last > sent) {
				log.warn("{} is old but not wholly sent, so it stays", partition);
				return;
			}
			jdbc.sql("update notification_cursor set dropped_until = greatest(dropped_until, ?)").param(last).update();
			jdbc.sql("drop table " + partition).update();
			log.info("Dropped {}", partition);
		}));
	}

	/**
	 * Changing the partitions locks the log; rather than let appends queue up behind it,
	 * it is tried another time.
	 */
	private void briefly(Runnable change) {
		transactions.executeWithoutResult(_ -> {
			jdbc.sql("set local lock_timeout = '300ms'").update();
			change.run();
		});
	}

	private static void quietly(String what, Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			log.warn("Could not {} this time: {}", what, ex.toString());
		}
	}

	private record Unsent(long rows, double seconds, long parked) {
	}

}
