package dev.jangteo.payment.paying;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.jangteo.payment.paying.FollowUps.Taken;
import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything here is due in a far future, where nobody else takes it.
 */
class FollowUpsTests extends ServiceTests {

	private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");

	@Autowired
	private FollowUps followUps;

	@BeforeEach
	void putTheOthersAside() {
		jdbc.sql("update follow_ups set leased_until = '2101-01-01'").update();
	}

	@AfterEach
	void forget() {
		jdbc.sql("delete from follow_ups where due_at >= '2099-01-01'").update();
		jdbc.sql("update follow_ups set leased_until = null").update();
	}

	@Test
	void noPaymentIsTakenByTwo() {
		var all = Stream.generate(this::due).limit(200).toList();
		var taken = new ConcurrentLinkedQueue<PaymentId>();
		try (var instances = Executors.newFixedThreadPool(4)) {
			for (var i = 0; i < 4; i++) {
				instances.execute(() -> {
					List<Taken> some;
					do {
						some = followUps.take(THEN);
						some.forEach((one) -> taken.add(one.payment()));
					}
					while (!some.isEmpty());
				});
			}
		}

		assertThat(taken).doesNotHaveDuplicates().containsAll(all);
	}

	@Test
	void afterItsLeaseAPaymentIsTakenAgain() {
		var payment = due();

		assertThat(followUps.take(THEN)).contains(new Taken(payment, 1));
		assertThat(followUps.take(THEN.plusSeconds(4))).isEmpty();
		assertThat(followUps.take(THEN.plusSeconds(5))).contains(new Taken(payment, 2));
	}

	@Test
	void whatComesUpWhileSomebodyIsAtItStaysDue() {
		var payment = PaymentFixtures.anApprovedPayment();
		due(payment.id());

		assertThat(followUps.take(THEN)).contains(new Taken(payment.id(), 1));
		followUps.nudge(payment.id(), THEN);
		followUps.settle(payment, false, 1, THEN);
		assertThat(followUps.take(THEN)).contains(new Taken(payment.id(), 2));
		followUps.settle(payment, false, 2, THEN);
		assertThat(followUps.take(THEN.plusSeconds(60))).extracting(Taken::payment).doesNotContain(payment.id());
	}

	private PaymentId due() {
		var payment = new PaymentId(UUID.randomUUID());
		due(payment);
		return payment;
	}

	private void due(PaymentId payment) {
		jdbc.sql("insert into follow_ups (payment_id, due_at) values (?, '2099-12-31')")
			.param(payment.value())
			.update();
	}

}
