package dev.jangteo.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.jangteo.local.api.Event;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shopper finds a shop, orders and pays at the door; the owner answers on every
 * terminal.
 */
class WholeOrderTests {

	private final Stage stage = Stage.set();

	@Test
	void anOrderGoesFromTheListToTheDoor() {

		var here = Neighbourhood.open(this.stage);

		this.stage.eventually("the shop is in the list of those nearby",
				() -> this.stage.anyone()
					.get(Neighbourhood.nearby())
					.expect(200)
					.body()
					.path("items")
					.valueStream()
					.anyMatch((item) -> item.path("id").asString().equals(here.shop())));

		var counter = new CopyOnWriteArrayList<Event>();
		var kitchen = new CopyOnWriteArrayList<Event>();
		var terminal = "/api/v1/owner/orders/stream?shopId=" + here.shop();

		try (var _ = here.owner().stream(terminal, counter::add); var _ = here.owner().stream(terminal, kitchen::add)) {

			var order = here.order(UUID.randomUUID().toString()).expect(201).text("id");

			this.stage.eventually("both terminals show the order",
					() -> List.of(counter, kitchen).stream().allMatch((events) -> shows(events, order, "PLACED")));

			here.moveOn(order, "acceptance").expect(200);
			here.moveOn(order, "dispatch").expect(200);
			here.moveOn(order, "delivery").expect(200);

			this.stage.eventually("both terminals show its end",
					() -> List.of(counter, kitchen).stream().allMatch((events) -> shows(events, order, "DELIVERED")));

			assertThat(here.shopper().get("/api/v1/orders/" + order).expect(200).text("status")).isEqualTo("DELIVERED");
		}
	}

	@Test
	void aChangedPriceIsSaidBeforeAnythingIsOrdered() {

		var here = Neighbourhood.open(this.stage);
		var answer = here.order(UUID.randomUUID().toString(), 1, 1_000).expect(422);

		assertThat(answer.text("reason")).isEqualTo("PRICE_CHANGED");
		assertThat(answer.body().path("total").path("amount").asInt())
			.isEqualTo(Neighbourhood.PRICE + Neighbourhood.FEE);
	}

	@Test
	void theLastPieceIsSoldOnceAndComesBackWithACancellation() {

		var here = Neighbourhood.open(this.stage);
		var stock = "/api/v1/owner/products/" + here.dish() + "/stock";

		here.owner().send("PUT", stock, Map.of("quantity", 1), Map.of()).expect(200);

		var order = here.order(UUID.randomUUID().toString()).expect(201).text("id");

		assertThat(here.order(UUID.randomUUID().toString()).expect(422).text("reason")).isEqualTo("SOLD_OUT");
		this.stage.eventually("the page says that it is sold out", () -> !available(here));

		here.shopper().post("/api/v1/orders/" + order + "/cancellation", Map.of()).expect(200);

		this.stage.eventually("the page says that it is back", () -> available(here));
		here.order(UUID.randomUUID().toString()).expect(201);
	}

	private boolean available(Neighbourhood here) {
		return this.stage.anyone()
			.get("/api/v1/shops/" + here.shop())
			.expect(200)
			.body()
			.path("menu")
			.get(0)
			.path("available")
			.asBoolean();
	}

	private static boolean shows(List<Event> events, String order, String status) {
		return events.stream()
			.map(Event::data)
			.anyMatch((data) -> data.path("id").asString("").equals(order)
					&& data.path("status").asString("").equals(status));
	}

}
