package dev.jangteo.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.local.api.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Money moves once, whatever the provider, the network and our processes do; and while
 * payments are away, people order at the door.
 */
class CardPaymentTests {

	private static final int TOTAL = Neighbourhood.PRICE + Neighbourhood.FEE;

	private final Stage stage = Stage.set();

	@AfterEach
	void theProviderIsWell() {
		this.stage.provider().send("DELETE", "/sandbox/faults", null, Map.of()).expect(200);
	}

	@Test
	void aCardOrderIsPlacedOnceItIsPaid() {

		var here = Neighbourhood.open(this.stage);
		var order = cardOrder(here).expect(201);

		assertThat(order.text("status")).isEqualTo("PENDING_PAYMENT");
		assertThat(confirm(here, order.text("id"), widget(order.text("id"))).expect(200).text("status"))
			.isEqualTo("APPROVED");

		this.stage.eventually("the order is placed", () -> is(here, order.text("id"), "PLACED"));
		here.moveOn(order.text("id"), "acceptance").expect(200);
	}

	@Test
	void aRefusedOrderIsPaidBackOnce() {

		var here = Neighbourhood.open(this.stage);
		var order = paid(here);

		here.owner()
			.post("/api/v1/owner/orders/" + order + "/rejection", Map.of("reason", "TOO_BUSY", "message", "바쁩니다"))
			.expect(200);

		this.stage.eventually("the order says that the money is back",
				() -> read(here, order).body().path("payment").path("refund").asString("").equals("DONE"));
		assertThat(booked(order).path("cancels")).hasSize(1);
		assertThat(booked(order).path("balanceAmount").asInt(-1)).isZero();
	}

	@Test
	void whatTheProviderChargedWithoutSayingSoIsFoundAlsoOverAKill() {

		var here = Neighbourhood.open(this.stage);
		var order = cardOrder(here).expect(201).text("id");
		var key = widget(order);

		this.stage.provider()
			.send("PUT", "/sandbox/faults",
					Map.of("confirm", Map.of("mode", "CUT_AFTER_APPROVAL", "share", 1.0), "webhooks",
							Map.of("mode", "LOSE", "share", 1.0)),
					Map.of())
			.expect(200);
		assertThat(confirm(here, order, key).expect(202).text("status")).isEqualTo("UNKNOWN");

		this.stage.part("payment-service").kill();
		this.stage.part("payment-service").start();

		this.stage.eventually("the order is placed", () -> is(here, order, "PLACED"));
		assertThat(booked(order).path("approvals").asInt()).isEqualTo(1);
	}

	@Test
	void whilePaymentIsDeadTheWayOnIsNamedAtOnce() {

		var here = Neighbourhood.open(this.stage);

		this.stage.part("payment-service").kill();

		try {

			var start = Instant.now();
			var refused = cardOrder(here).expect(503);

			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
			assertThat(refused.body().path("alternatives").toString()).contains("PAY_ON_DELIVERY");
			assertThat(refused.headers().firstValue("Retry-After")).isPresent();
			here.order(UUID.randomUUID().toString()).expect(201);
		}
		finally {
			this.stage.part("payment-service").start();
		}

		this.stage.eventually("a card order is taken again", () -> cardOrder(here).status() == 201);
	}

	@Test
	void anothersPaymentDoesNotExist() {

		var here = Neighbourhood.open(this.stage);
		var order = paid(here);
		var stranger = Neighbourhood.member(this.stage, "SHOPPER");

		assertThat(stranger.get("/api/v1/payments?orderId=" + order).status()).isEqualTo(404);
		assertThat(stranger
			.send("POST", "/api/v1/payments/confirmations",
					Map.of("paymentKey", widget(order), "orderId", order, "amount", Neighbourhood.won(TOTAL)),
					Map.of("Idempotency-Key", UUID.randomUUID().toString()))
			.status()).isEqualTo(404);
	}

	private String paid(Neighbourhood here) {

		var order = cardOrder(here).expect(201).text("id");

		confirm(here, order, widget(order)).expect(200);
		this.stage.eventually("the order is placed", () -> is(here, order, "PLACED"));

		return order;
	}

	private static Answer cardOrder(Neighbourhood here) {
		return here.order(UUID.randomUUID().toString(), 1, TOTAL, "CARD");
	}

	private String widget(String order) {
		return this.stage.provider()
			.post("/sandbox/payments", Map.of("orderId", order, "amount", TOTAL))
			.expect(201)
			.text("paymentKey");
	}

	private static Answer confirm(Neighbourhood here, String order, String key) {
		return here.shopper()
			.send("POST", "/api/v1/payments/confirmations",
					Map.of("paymentKey", key, "orderId", order, "amount", Neighbourhood.won(TOTAL)),
					Map.of("Idempotency-Key", UUID.randomUUID().toString()));
	}

	private JsonNode booked(String order) {
		return this.stage.provider()
			.get("/sandbox/books")
			.expect(200)
			.body()
			.path("payments")
			.valueStream()
			.filter((payment) -> payment.path("orderId").asString("").equals(order))
			.findFirst()
			.orElseThrow();
	}

	private static Answer read(Neighbourhood here, String order) {
		return here.shopper().get("/api/v1/orders/" + order).expect(200);
	}

	private static boolean is(Neighbourhood here, String order, String status) {
		return read(here, order).text("status").equals(status);
	}

}
