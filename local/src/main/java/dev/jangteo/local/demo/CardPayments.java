package dev.jangteo.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.local.api.Answer;
import dev.jangteo.local.api.Api;
import dev.jangteo.local.api.Unexpected;
import tools.jackson.databind.JsonNode;

/**
 * The chapters in which money moves, with the provider played by its sandbox.
 */
final class CardPayments {

	private static final Duration EVENTUALLY = Duration.ofSeconds(30);

	private static final int PIECES = 2;

	private static final int TOTAL = 4500 * PIECES + 2000;

	private final Api shopper;

	private final Api owner;

	private final Api operator;

	private final Api provider;

	private final String shop;

	private final String kimbap;

	private final Story story;

	CardPayments(Api shopper, Api owner, Api operator, URI sandbox, String shop, String kimbap, Story story) {

		this.shopper = shopper;
		this.owner = owner;
		this.operator = operator;
		this.provider = Api.at(sandbox);
		this.shop = shop;
		this.kimbap = kimbap;
		this.story = story;
	}

	void walk() {

		this.story.chapter("They pay by card");
		var paid = paid();
		declined();
		refunded();

		this.story.chapter("The provider has a bad day");
		unknown();
		away();

		this.story.chapter("The money is counted");
		deliver(paid);
		counted();
	}

	private String paid() {

		var order = placed();
		this.story.step("shopper", "orders for %d won by card: PENDING_PAYMENT".formatted(TOTAL));

		var key = widget(order, Map.of());
		this.story.step("shopper", "enters the card in the provider's widget, which gives a payment key");

		check(confirm(order, key).expect(200), "status", "APPROVED");
		this.story.step("shopper", "confirms the payment: APPROVED");

		become(order, "PLACED");
		this.story.step("owner", "has the order, now that it is paid: PLACED");

		return order;
	}

	private void declined() {

		var order = placed();
		var refused = confirm(order, widget(order, Map.of("decline", "REJECT_CARD_PAYMENT"))).expect(422);

		check(refused, "reason", "PAYMENT_DECLINED");
		this.story.step("shopper", "has a card that is refused: \"%s\"".formatted(refused.text("detail")));

		check(confirm(order, widget(order, Map.of())).expect(200), "status", "APPROVED");
		become(order, "PLACED");
		this.story.step("shopper", "pays the same order with another card");

		deliver(order);
	}

	private void refunded() {

		var order = placed();
		check(confirm(order, widget(order, Map.of())).expect(200), "status", "APPROVED");
		become(order, "PLACED");
		this.owner
			.post("/api/v1/owner/orders/%s/rejection".formatted(order),
					Map.of("reason", "TOO_BUSY", "message", "주문이 밀려 있습니다."))
			.expect(200);
		this.story.step("owner", "refuses a paid order");

		Waiting.atMost(EVENTUALLY, "the refund", () -> refund(order).equals("DONE"));
		this.story.step("shopper", "has the money back, once: the order says refund DONE");
	}

	private void unknown() {

		var order = placed();
		var key = widget(order, Map.of());

		faults(Map.of("confirm", Map.of("mode", "CUT_AFTER_APPROVAL", "share", 1.0)));

		try {
			check(confirm(order, key).expect(202), "status", "UNKNOWN");
			this.story.step("shopper", "confirms while the provider's line is cut after it charged: UNKNOWN, not lost");
		}
		finally {
			faultless();
		}

		become(order, "PLACED");
		this.story.step("shopper", "is told a moment later: the provider was asked, and the order is PLACED");
		deliver(order);
	}

	private void away() {

		faults(Map.of("confirm", Map.of("mode", "REFUSE", "share", 1.0), "query",
				Map.of("mode", "REFUSE", "share", 1.0)));

		try {

			Waiting.atMost(EVENTUALLY, "card payment to be called unavailable", () -> {

				var order = place("CARD");

				if (order.status() == 201) {
					confirm(order.text("id"), widget(order.text("id"), Map.of())).expect(202, 503);
					this.shopper.post("/api/v1/orders/%s/cancellation".formatted(order.text("id")), Map.of());
				}

				return order.status() == 503
						&& order.body().path("alternatives").toString().contains("PAY_ON_DELIVERY");
			});
			this.story.step("shopper",
					"wants to pay by card while the provider is away: 503, \"at the door\" is offered");

			var order = place("PAY_ON_DELIVERY").expect(201).text("id");
			this.story.step("shopper", "orders at the door instead: taken as ever");
			deliver(order);
		}
		finally {
			faultless();
		}

		Waiting.atMost(EVENTUALLY, "card payment to be back", () -> {

			var order = place("CARD");

			if (order.status() == 201) {
				this.shopper.post("/api/v1/orders/%s/cancellation".formatted(order.text("id")), Map.of()).expect(200);
			}

			return order.status() == 201;
		});
		this.story.step("shopper", "can pay by card again");
	}

	private void counted() {

		var path = "/api/v1/ops/payments/verification";

		Waiting.atMost(Duration.ofSeconds(60), "orders, payments and the provider's books to agree",
				() -> mine(this.operator.send("POST", path, null, Map.of()).expect(200)).isEmpty());
		this.story.step("operator", "compares orders, payments, ledger and the provider's books: no differences");
	}

	private static JsonNode mine(Answer report) {
		return report.body().path("differences");
	}

	private void deliver(String order) {
		this.owner.post("/api/v1/owner/orders/%s/acceptance".formatted(order), Map.of("minutes", 20)).expect(200);
		this.owner.post("/api/v1/owner/orders/%s/dispatch".formatted(order), Map.of()).expect(200);
		this.owner.post("/api/v1/owner/orders/%s/delivery".formatted(order), Map.of()).expect(200);
	}

	private String placed() {

		var order = place("CARD").expect(201);
		check(order, "status", "PENDING_PAYMENT");
		return order.text("id");
	}

	private Answer place(String method) {

		var form = new HashMap<>(Basket.of(this.shop, this.kimbap, PIECES, TOTAL));
		form.put("paymentMethod", method);
		return this.shopper.send("POST", "/api/v1/orders", form,
				Map.of("Idempotency-Key", UUID.randomUUID().toString()));
	}

	private String widget(String order, Map<String, Object> more) {

		var form = new HashMap<String, Object>(more);
		form.put("orderId", order);
		form.put("amount", TOTAL);
		return this.provider.post("/sandbox/payments", form).expect(201).text("paymentKey");
	}

	private Answer confirm(String order, String key) {
		return this.shopper.send("POST", "/api/v1/payments/confirmations",
				Map.of("paymentKey", key, "orderId", order, "amount", Basket.won(TOTAL)),
				Map.of("Idempotency-Key", UUID.randomUUID().toString()));
	}

	private void become(String order, String status) {
		Waiting.atMost(EVENTUALLY, "the order to be " + status, () -> read(order).text("status").equals(status));
	}

	private String refund(String order) {
		return read(order).body().path("payment").path("refund").stringValue("");
	}

	private Answer read(String order) {
		return this.shopper.get("/api/v1/orders/" + order).expect(200);
	}

	private void faults(Map<String, Object> faults) {
		this.provider.send("PUT", "/sandbox/faults", faults, Map.of()).expect(200);
	}

	private void faultless() {
		this.provider.send("DELETE", "/sandbox/faults", null, Map.of()).expect(200, 204);
	}

	private static void check(Answer answer, String field, String expected) {

		if (!answer.text(field).equals(expected)) {
			throw new Unexpected("%s: %s should be %s, but the answer is %s".formatted(answer.request(), field,
					expected, answer.body()));
		}
	}

}
