package dev.jangteo.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PaymentLifecycleTests extends ServiceTests {

	@Test
	void aConfirmedPaymentIsApproved() {
		var order = anOrder(18000);
		var reply = pay(order, PROVIDER.widget(order, 18000), 18000);

		assertThat(reply.status()).as(reply.text()).isEqualTo(200);
		assertThat(reply.at("status")).isEqualTo("APPROVED");
		assertThat(reply.at("refund")).isEqualTo("NONE");
		assertThat(status(order)).isEqualTo("APPROVED");
		assertThat(shopper().get("/api/v1/payments/" + reply.at("id")).at("amount.amount")).isEqualTo("18000");
		var told = service("order-service").get("/internal/payments?ids=" + reply.at("id"));
		assertThat(told.at("items.0.state.status")).isEqualTo("APPROVED");
		assertThat(told.at("items.0.version")).isEqualTo("2");
	}

	@Test
	void aDeclinedOrderIsTriedAgainWithAnotherCard() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "DECLINE", "code", "REJECT_CARD_PAYMENT")));
		var order = anOrder(18000);
		var card = PROVIDER.widget(order, 18000);
		var declined = pay(order, card, 18000);
		var again = pay(order, card, 18000);
		PROVIDER.noFaults();
		var another = pay(order, PROVIDER.widget(order, 18000), 18000);

		assertThat(declined.status()).isEqualTo(422);
		assertThat(declined.at("reason")).isEqualTo("PAYMENT_DECLINED");
		assertThat(declined.at("decline")).isEqualTo("CARD_REFUSED");
		assertThat(again.at("decline")).isEqualTo("CARD_REFUSED");
		assertThat(another.at("status")).isEqualTo("APPROVED");
		assertThat(PROVIDER.payment(card).at("/approvals").asInt()).isZero();
	}

	@Test
	void whoeverRacesAnOrderIsPaidOnce() {
		var order = anOrder(18000);
		var cards = Stream.generate(() -> PROVIDER.widget(order, 18000)).limit(8).toList();
		try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
			cards.forEach((card) -> {
				shoppers.execute(() -> pay(order, card, 18000));
				shoppers.execute(() -> pay(order, card, 18000, "twin-of-" + card));
			});
		}

		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("APPROVED"));
		assertThat(cards.stream().mapToInt((card) -> PROVIDER.payment(card).at("/approvals").asInt()).sum())
			.isEqualTo(1);
	}

	@Test
	void anOutcomeNobodyAnsweredIsFoundOut() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "HANG_AFTER_APPROVAL", "millis", 2000), "webhooks",
				Map.of("mode", "LOSE")));
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		var reply = pay(order, key, 18000);

		assertThat(reply.status()).as(reply.text()).isEqualTo(202);
		assertThat(reply.at("status")).isEqualTo("UNKNOWN");
		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("APPROVED"));
		assertThat(PROVIDER.payment(key).at("/approvals").asInt()).isEqualTo(1);
		var tried = operator().get("/api/v1/ops/payments/" + reply.at("id"));
		assertThat(tried.at("tried.0.call")).isEqualTo("CONFIRM");
		assertThat(tried.at("tried.0.outcome")).startsWith("silent:");
		assertThat(tried.at("tried.1.outcome")).isEqualTo("told:CHARGED");
	}

	@Test
	void aWebhookIsEnoughWhereTheAnswerIsMissing() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "CUT_AFTER_APPROVAL")));
		var order = anOrder(18000);
		pay(order, PROVIDER.widget(order, 18000), 18000);

		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("APPROVED"));
	}

	@Test
	void aWebhookThatTellsNothingNewLeavesNothingToDo() {
		var paid = paid(18000);
		for (var i = 0; i < 3; i++) {
			nobody().post("/api/v1/payments/webhooks/toss",
					Map.of("data", Map.of("paymentKey", paid.key(), "orderId", paid.order(), "status", "DONE")));
		}

		await().until(() -> settled(paid.id()));
		assertThat(jdbc.sql("select count(*) from provider_calls where payment_id = ? and call = 'CONFIRM'")
			.param(paid.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aCutLineAfterTheChargeIsFoundOut() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "CUT_AFTER_APPROVAL"), "webhooks", Map.of("mode", "LOSE")));
		var order = anOrder(18000);
		var reply = pay(order, PROVIDER.widget(order, 18000), 18000);

		assertThat(reply.status()).as(reply.text()).isEqualTo(202);
		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("APPROVED"));
	}

	@Test
	void whatWasNeverChargedIsGivenUpAndCanBeTriedAgain() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "ERROR")));
		var order = anOrder(18000);
		var reply = pay(order, PROVIDER.widget(order, 18000), 18000);
		PROVIDER.noFaults();
		var meanwhile = pay(order, PROVIDER.widget(order, 18000), 18000);

		assertThat(reply.status()).isEqualTo(202);
		assertThat(meanwhile.status()).isEqualTo(409);
		assertThat(meanwhile.at("type")).endsWith("payment-running");
		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("DECLINED"));
		assertThat(pay(order, PROVIDER.widget(order, 18000), 18000).at("status")).isEqualTo("APPROVED");
	}

	@Test
	void aPaymentGivenUpThatIsChargedAllTheSameGoesBack() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "ERROR")));
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		pay(order, key, 18000);
		PROVIDER.noFaults();
		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("DECLINED"));
		PROVIDER.confirm(key, order, 18000);

		await().untilAsserted(() -> assertThat(refund(order)).isEqualTo("DONE"));
		assertThat(status(order)).isEqualTo("DECLINED");
		assertThat(PROVIDER.payment(key).at("/status").asString()).isEqualTo("CANCELED");
	}

	@Test
	void anApprovalFoundAfterTheOrderHasClosedGoesBack() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "CUT_AFTER_APPROVAL"), "query", Map.of("mode", "ERROR"),
				"webhooks", Map.of("mode", "LOSE")));
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		assertThat(pay(order, key, 18000).status()).isEqualTo(202);
		becomes(order, "EXPIRED");
		await().until(() -> jdbc.sql("select not unanswered from copied_orders where id = ?")
			.param(order)
			.query(Boolean.class)
			.single());
		PROVIDER.noFaults();

		await().untilAsserted(() -> assertThat(status(order)).isEqualTo("REFUNDED"));
		assertThat(refund(order)).isEqualTo("DONE");
		assertThat(PROVIDER.payment(key).at("/balanceAmount").asInt()).isZero();
	}

	@Test
	void theMoneyOfAClosedOrderGoesBackOnce() {
		for (var status : List.of("REJECTED", "CANCELLED", "EXPIRED")) {
			var paid = paid(18000);
			becomes(paid.order(), status);
			await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
			becomes(paid.order(), status);
			assertThat(PROVIDER.payment(paid.key()).at("/cancels").size()).isEqualTo(1);
		}
	}

	@Test
	void aRefundWithoutAnswerIsRepeatedAndDoneOnce() {
		var paid = paid(18000);
		PROVIDER.faults(Map.of("cancel", Map.of("mode", "CUT_AFTER_APPROVAL"), "query", Map.of("mode", "ERROR")));
		becomes(paid.order(), "REJECTED");
		await().until(() -> refund(paid.order()).equals("REQUESTED"));
		await().until(() -> PROVIDER.payment(paid.key()).at("/cancels").size() == 1);
		PROVIDER.noFaults();

		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
		assertThat(PROVIDER.payment(paid.key()).at("/cancels").size()).isEqualTo(1);
	}

	@Test
	void aRefusedRefundIsShownAndTriedAgain() {
		var paid = paid(18000);
		PROVIDER.faults(Map.of("cancel", Map.of("mode", "DECLINE", "code", "NOT_CANCELABLE_PAYMENT")));
		becomes(paid.order(), "REJECTED");
		await().untilAsserted(() -> assertThat(refund(paid.order())).isEqualTo("FAILED"));
		PROVIDER.noFaults();

		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
	}

	@Test
	void whatTheProviderGivesBackByItselfIsLearnt() {
		var paid = paid(18000);
		PROVIDER.cancel(paid.key(), 5000);
		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("PARTIALLY_REFUNDED"));
		PROVIDER.cancel(paid.key(), 13000);
		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
		assertThat(shopper().get("/api/v1/payments/" + paid.id()).at("refunded.amount")).isEqualTo("18000");
	}

	@Test
	void forgedAndDoubledWebhooksChangeNothing() {
		var paid = paid(18000);
		var version = version(paid.id());
		var forged = Map.of("eventType", "PAYMENT_STATUS_CHANGED", "createdAt", Instant.now().toString(), "data",
				Map.of("paymentKey", paid.key(), "orderId", paid.order(), "status", "CANCELED", "balanceAmount", 0));
		for (var i = 0; i < 5; i++) {
			assertThat(nobody().post("/api/v1/payments/webhooks/toss", forged).status()).isEqualTo(200);
		}
		assertThat(nobody()
			.post("/api/v1/payments/webhooks/toss",
					Map.of("data", Map.of("paymentKey", "tsbx_unknown", "orderId", paid.order())))
			.status()).isEqualTo(200);
		assertThat(nobody().post("/api/v1/payments/webhooks/toss", Map.of("data", Map.of("orderId", "no id"))).status())
			.isEqualTo(200);

		await().until(() -> settled(paid.id()));
		assertThat(version(paid.id())).isEqualTo(version);
		assertThat(status(paid.order())).isEqualTo("APPROVED");
	}

	@Test
	void aForgedChargeOfADeclinedPaymentIsNotBelieved() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "DECLINE")));
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		pay(order, key, 18000);
		PROVIDER.noFaults();
		var payment = UUID.fromString(shopper().get("/api/v1/payments?orderId=" + order).at("items.0.id"));
		nobody().post("/api/v1/payments/webhooks/toss", Map.of("eventType", "PAYMENT_STATUS_CHANGED", "data", Map
			.of("paymentKey", key, "orderId", order, "status", "DONE", "totalAmount", 18000, "balanceAmount", 18000)));

		await().until(() -> settled(payment));
		assertThat(status(order)).isEqualTo("DECLINED");
	}

	@Test
	void aWebhookIsAnsweredAtOnceWhileTheProviderHangs() {
		var paid = paid(18000);
		PROVIDER.faults(Map.of("query", Map.of("mode", "HANG_BEFORE", "millis", 5000)));
		var start = Instant.now();
		var reply = nobody().post("/api/v1/payments/webhooks/toss", Map.of("data",
				Map.of("paymentKey", paid.key(), "orderId", paid.order(), "status", "CANCELED", "balanceAmount", 0)));

		assertThat(reply.status()).isEqualTo(200);
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
		PROVIDER.noFaults();
		await().until(() -> settled(paid.id()));
	}

	@Test
	void aCrashBeforeTheCallLeavesNothingBehindAndOneAfterItIsFoundOut() {
		var uncharged = anOrder(18000);
		requested(uncharged, PROVIDER.widget(uncharged, 18000));
		var charged = anOrder(18000);
		var key = PROVIDER.widget(charged, 18000);
		requested(charged, key);
		PROVIDER.faults(Map.of("webhooks", Map.of("mode", "LOSE")));
		PROVIDER.confirm(key, charged, 18000);

		await().untilAsserted(() -> assertThat(status(charged)).isEqualTo("APPROVED"));
		await().untilAsserted(() -> assertThat(status(uncharged)).isEqualTo("DECLINED"));
	}

	@Test
	void withTheProviderGoneCardsAreRefusedAtOnceAndComeBackWithIt() {
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		var idempotencyKey = UUID.randomUUID().toString();
		PROVIDER.die();
		var reply = pay(order, key, 18000, idempotencyKey);
		for (var i = 0; i < 5; i++) {
			pay(order, key, 18000);
		}
		await().untilAsserted(() -> assertThat(available()).isEqualTo("false"));
		PROVIDER.live();

		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.at("type")).endsWith("card-payment-unavailable");
		assertThat(reply.at("alternatives.0")).isEqualTo("PAY_ON_DELIVERY");
		await().untilAsserted(() -> assertThat(available()).isEqualTo("true"));
		assertThat(pay(order, key, 18000, idempotencyKey).at("status")).isEqualTo("APPROVED");
	}

	private String available() {
		return service("order-service").get("/internal/payments/availability").at("available");
	}

	private long version(UUID payment) {
		return jdbc.sql("select version from payments where id = ?").param(payment).query(Long.class).single();
	}

	private boolean settled(UUID payment) {
		return jdbc.sql("select not exists (select from follow_ups where payment_id = ?)")
			.param(payment)
			.query(Boolean.class)
			.single();
	}

	// What a process leaves that is killed after its first commit.
	private void requested(UUID order, String key) {
		var id = UUID.randomUUID();
		jdbc.sql("""
				insert into payments (id, order_id, member_id, status, currency, amount, payment_key, request_key,
					requested_at, updated_at, version)
				values (?, ?, ?, 'REQUESTED', 'KRW', 18000, ?, ?, now(), now(), 1)
				""").params(id, order, shopperId, key, id.toString()).update();
		jdbc.sql("insert into follow_ups (payment_id, due_at) values (?, now() + interval '3 seconds')")
			.param(id)
			.update();
	}

}
