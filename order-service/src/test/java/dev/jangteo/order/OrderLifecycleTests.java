package dev.jangteo.order;

import java.util.Map;
import java.util.UUID;

import dev.jangteo.order.support.ServiceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderLifecycleTests extends ServiceTests {

	@Test
	void anOrderIsPlacedAcceptedDispatchedAndDelivered() {
		var shop = aShop();
		var product = aProduct(shop, 18000);

		var placed = place(shop, product, 2);
		assertThat(placed.status()).as(placed.text()).isEqualTo(201);
		assertThat(placed.at("status")).isEqualTo("PLACED");
		assertThat(placed.body().at("/total/amount").asInt()).isEqualTo(38000);
		assertThat(placed.header("Location")).isEqualTo("/api/v1/orders/" + placed.at("id"));

		var order = "/api/v1/owner/orders/" + placed.at("id");
		var accepted = owner().post(order + "/acceptance", Map.of("minutes", 25));
		assertThat(accepted.at("status")).as(accepted.text()).isEqualTo("ACCEPTED");
		assertThat(accepted.body().at("/readyMinutes").asInt()).isEqualTo(25);
		assertThat(owner().post(order + "/dispatch", "").at("status")).isEqualTo("DISPATCHED");
		assertThat(owner().post(order + "/delivery", "").at("status")).isEqualTo("DELIVERED");

		var seen = shopper().get("/api/v1/orders/" + placed.at("id"));
		assertThat(seen.at("status")).isEqualTo("DELIVERED");
		assertThat(seen.body().at("/version").asInt()).isEqualTo(4);
		assertThat(seen.at("delivery.phone")).isEqualTo("010-1234-5678");
		assertThat(shopper().get("/api/v1/orders").at("items.0.id")).isEqualTo(placed.at("id"));
		assertThat(owner().get("/api/v1/owner/orders?shopId=" + shop + "&status=DELIVERED").at("items.0.id"))
			.isEqualTo(placed.at("id"));
	}

	@Test
	void aStepThatIsRepeatedChangesNothingAndAStepThatIsNotAllowedIsAConflict() {
		var order = "/api/v1/owner/orders/" + placed(aShop());

		owner().post(order + "/acceptance", Map.of("minutes", 25));
		var again = owner().post(order + "/acceptance", Map.of("minutes", 40));
		var late = owner().post(order + "/rejection", Map.of("reason", "TOO_BUSY"));

		assertThat(again.status()).isEqualTo(200);
		assertThat(again.body().at("/version").asInt()).isEqualTo(2);
		assertThat(again.body().at("/readyMinutes").asInt()).isEqualTo(25);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.at("type")).endsWith("/order-state");
		assertThat(late.at("orderStatus")).isEqualTo("ACCEPTED");
	}

	@Test
	void aRefusalSaysItsReasonAndTheNewTotal() {
		var shop = aShop();
		var product = aProduct(shop, 18000);

		var reply = shopper().post("/api/v1/orders", order(shop, product, 1, 15000), UUID.randomUUID().toString());

		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.at("reason")).isEqualTo("PRICE_CHANGED");
		assertThat(reply.body().at("/total/amount").asInt()).isEqualTo(20000);
	}

}
