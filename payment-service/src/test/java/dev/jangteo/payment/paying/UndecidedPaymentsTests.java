package dev.jangteo.payment.paying;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.jangteo.payment.support.ServiceTests;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class UndecidedPaymentsTests extends ServiceTests {

	private final UUID payment = UUID.randomUUID();

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private UndecidedPayments undecided;

	@AfterEach
	void forget() {
		jdbc.sql("delete from follow_ups where payment_id = ?").param(payment).update();
		jdbc.sql("delete from payments where id = ?").param(payment).update();
		undecided.count();
	}

	@Test
	void theOldestUnknownPaymentSaysForHowLong() {
		var requested = Timestamp.from(Instant.now().minus(Duration.ofMinutes(5)));
		jdbc.sql("""
				insert into payments (id, order_id, member_id, status, currency, amount, payment_key, request_key,
					requested_at, updated_at, version)
				values (?, ?, ?, 'UNKNOWN', 'KRW', 1000, ?, ?, ?, ?, 1)
				""")
			.params(payment, UUID.randomUUID(), UUID.randomUUID(), "key-" + payment, "request-" + payment, requested,
					requested)
			.update();
		// Leased by nobody who would do something about it.
		jdbc.sql("insert into follow_ups (payment_id, due_at, leased_until) values (?, ?, ?)")
			.params(payment, Timestamp.from(Instant.now().plus(Duration.ofDays(1))),
					Timestamp.from(Instant.now().plus(Duration.ofDays(1))))
			.update();

		undecided.count();

		assertThat(meters.get("jangteo.payments.undecided").gauge().value()).isGreaterThanOrEqualTo(1);
		assertThat(meters.get("jangteo.payments.undecided.age").gauge().value()).isBetween(299.0, 330.0);
	}

}
