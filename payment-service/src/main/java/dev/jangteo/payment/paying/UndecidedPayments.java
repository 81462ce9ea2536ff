package dev.jangteo.payment.paying;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * For how long nobody has known whether a payment was charged: what somebody is woken
 * for. Only payments that are followed up are looked at, and they are few.
 */
@Component
class UndecidedPayments {

	private static final Logger logger = LoggerFactory.getLogger(UndecidedPayments.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile Undecided last = new Undecided(0, null);

	UndecidedPayments(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
		this.jdbc = jdbc;
		this.clock = clock;
		Gauge.builder("jangteo.payments.undecided", () -> last.count())
			.description("Payments of which nobody knows whether they were charged")
			.register(meters);
		Gauge.builder("jangteo.payments.undecided.age", this::age)
			.description("Age of the oldest of them")
			.baseUnit("seconds")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${jangteo.payments.count-every:10s}")
	void count() {
		try {
			last = jdbc.sql("""
					select count(*), min(p.requested_at)
					from follow_ups f join payments p on p.id = f.payment_id
					where p.status in ('REQUESTED', 'UNKNOWN')
					""").query((row, _) -> new Undecided(row.getLong(1), instant(row.getTimestamp(2)))).single();
		}
		catch (DataAccessException ex) {
			logger.warn("Undecided payments cannot be counted now: {}", ex.getClass().getSimpleName());
		}
	}

	private double age() {
		var oldest = last.oldest();
		return (oldest == null) ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp == null) ? null : timestamp.toInstant();
	}

	private record Undecided(long count, @Nullable Instant oldest) {
	}

}
