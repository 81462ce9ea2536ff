package dev.jangteo.payment;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.payment.support.ServiceTests;
import dev.jangteo.testing.Calls.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputTests extends ServiceTests {

	@Test
	void aChangedAmountOrCurrencyIsRefused() {
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		var dollars = new HashMap<>(confirmation(order, key, 18000));
		dollars.put("amount", Map.of("amount", 18000, "currency", "USD"));

		assertThat(pay(order, key, 17000).at("reason")).isEqualTo("AMOUNT_MISMATCH");
		assertThat(post(dollars).at("reason")).isEqualTo("CURRENCY_MISMATCH");
		assertThat(post(dollars).status()).isEqualTo(422);
		assertThat(PROVIDER.payment(key).at("/approvals").asInt()).isZero();
	}

	@Test
	void ordersOfOthersAndOfNobodyAreNotFound() {
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		var stranger = as(UUID.randomUUID(), "SHOPPER");
		var paid = paid(18000);

		assertThat(stranger.post("/api/v1/payments/confirmations", confirmation(order, key, 18000), "a").status())
			.isEqualTo(404);
		assertThat(pay(UUID.randomUUID(), key, 18000).status()).isEqualTo(404);
		assertThat(stranger.get("/api/v1/payments/" + paid.id()).status()).isEqualTo(404);
		assertThat(stranger.get("/api/v1/payments?orderId=" + paid.order()).status()).isEqualTo(404);
		assertThat(stranger.get("/api/v1/payments?orderId=" + order).status()).isEqualTo(404);
		assertThat(shopper().get("/api/v1/payments?orderId=" + order).body().at("/items")).isEmpty();
		assertThat(shopper().get("/api/v1/payments?orderId=" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(shopper().get("/api/v1/payments/" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void anOrderIsPaidOnceAndOnlyWhileItWaitsForItsPayment() {
		var paid = paid(18000);
		var cash = anOrder(18000, "PAY_ON_DELIVERY", "PLACED");
		var expired = anOrder(18000, "CARD", "EXPIRED");
		var placed = anOrder(18000, "CARD", "PLACED");

		assertThat(pay(paid.order(), PROVIDER.widget(paid.order(), 18000), 18000).at("reason"))
			.isEqualTo("ALREADY_PAID");
		assertThat(pay(placed, PROVIDER.widget(placed, 18000), 18000).at("reason")).isEqualTo("ALREADY_PAID");
		assertThat(pay(cash, PROVIDER.widget(cash, 18000), 18000).at("reason")).isEqualTo("NOT_A_CARD_ORDER");
		assertThat(pay(expired, PROVIDER.widget(expired, 18000), 18000).at("reason")).isEqualTo("ORDER_CLOSED");
	}

	@Test
	void theSameKeyGivesTheSameAnswerAndRefusesAnotherBody() {
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		var first = pay(order, key, 18000, "one");
		var again = pay(order, key, 18000, "one");
		var other = anOrder(19000);
		var another = pay(other, PROVIDER.widget(other, 19000), 19000, "one");

		assertThat(again.text()).isEqualTo(first.text());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(another.status()).isEqualTo(422);
		assertThat(another.at("type")).endsWith("idempotency-key-reused");
		assertThat(PROVIDER.payment(key).at("/approvals").asInt()).isEqualTo(1);
	}

	@Test
	void aKeyUsedForADeclinedPaymentRefusesAnotherBodyToo() {
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "DECLINE")));
		var order = anOrder(18000);
		var declined = pay(order, PROVIDER.widget(order, 18000), 18000, "two");
		PROVIDER.noFaults();

		assertThat(declined.at("reason")).isEqualTo("PAYMENT_DECLINED");
		assertThat(pay(order, PROVIDER.widget(order, 18000), 18000, "two").at("type"))
			.endsWith("idempotency-key-reused");
	}

	@Test
	void malformedConfirmationsNameTheField() {
		var order = anOrder(18000);

		assertThat(
				shopper().post("/api/v1/payments/confirmations", confirmation(order, "k", 18000)).at("errors.0.field"))
			.isEqualTo("Idempotency-Key");
		assertThat(post(confirmation(order, "no key\nat all", 18000)).at("errors.0.field")).isEqualTo("paymentKey");
		assertThat(post(Map.of("paymentKey", "k", "orderId", order)).at("errors.0.field")).isEqualTo("amount");
		assertThat(post(Map.of("paymentKey", "k", "orderId", "x", "amount", won(1))).at("errors.0.field"))
			.isEqualTo("orderId");
		assertThat(post("{").status()).isEqualTo(400);
		assertThat(nobody().post("/api/v1/payments/confirmations", Map.of(), "k").status()).isEqualTo(401);
		assertThat(shopper().get("/api/v1/payments").status()).isEqualTo(400);
		assertThat(shopper().get("/api/v1/payments?orderId=x").status()).isEqualTo(400);
	}

	@Test
	void webhooksAreBoundedAndInternalRoutesClosed() {
		assertThat(nobody().post("/api/v1/payments/webhooks/toss", "x".repeat(70_000)).status()).isEqualTo(413);
		assertThat(nobody().post("/api/v1/payments/webhooks/toss", "nonsense").status()).isEqualTo(400);
		assertThat(shopper().get("/internal/payments/availability").status()).isIn(401, 403);
		assertThat(shopper().get("/internal/payments?ids=" + UUID.randomUUID()).status()).isIn(401, 403);
	}

	@Test
	void withOrderServiceAwayNothingIsChargedAndTheShopperIsToldSo() {
		var order = anOrder(18000);
		var key = PROVIDER.widget(order, 18000);
		NEIGHBOURS.away(true);

		assertThat(pay(order, key, 18000).status()).isEqualTo(503);
		assertThat(PROVIDER.payment(key).at("/approvals").asInt()).isZero();
	}

	private Reply post(Object body) {
		return shopper().post("/api/v1/payments/confirmations", body, UUID.randomUUID().toString());
	}

}
