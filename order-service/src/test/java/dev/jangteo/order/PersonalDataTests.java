package dev.jangteo.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.order.support.ServiceTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTests extends ServiceTests {

	private static final List<String> CANARIES = List.of("canary street 1", "canary door", "010-2222-3333",
			"canary wish", "canary message");

	@Autowired
	private List<AggregateSource<?>> sources;

	@Autowired
	private JsonMapper json;

	@Test
	void addressesPhonesAndWishesStayHere(CapturedOutput output) {
		var shop = aShop();
		var placed = shopper().post("/api/v1/orders", anOrder(shop, "010-2222-3333"), UUID.randomUUID().toString());
		var refused = shopper().post("/api/v1/orders", anOrder(shop, "010-2222-3333 canary door"),
				UUID.randomUUID().toString());
		owner().post("/api/v1/owner/orders/" + placed.at("id") + "/rejection",
				Map.of("reason", "OTHER", "message", "canary message"));

		assertThat(placed.status()).isEqualTo(201);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(owner().get("/api/v1/owner/orders/" + placed.at("id")).text()).contains(CANARIES);
		assertThat(output.getAll()).doesNotContain(CANARIES);
		assertThat(published(placed.at("id"))).contains("REJECTED").doesNotContain(CANARIES);
	}

	@Test
	void everyRouteIsDocumented() {
		assertThat(shopper().get("/v3/api-docs").body().at("/paths").propertyNames()).contains("/api/v1/orders",
				"/api/v1/orders/{id}", "/api/v1/orders/{id}/cancellation", "/api/v1/orders/{id}/stream",
				"/api/v1/owner/orders", "/api/v1/owner/orders/{id}", "/api/v1/owner/orders/{id}/acceptance",
				"/api/v1/owner/orders/{id}/rejection", "/api/v1/owner/orders/{id}/dispatch",
				"/api/v1/owner/orders/{id}/delivery", "/api/v1/owner/orders/stream", "/api/v1/owner/orders/changes",
				"/api/v1/owner/products/{id}/stock");
	}

	private Map<String, Object> anOrder(UUID shop, String phone) {
		var order = new HashMap<>(order(shop, aProduct(shop, 18000), 1));
		order.put("wish", "canary wish");
		order.put("delivery", Map.of("address", "canary street 1", "detail", "canary door", "location",
				Map.of("lat", 37.567, "lng", 126.902), "phone", phone));
		return order;
	}

	private String published(String order) {
		return sources.stream()
			.filter((source) -> source.aggregate().equals("order"))
			.map((source) -> json.writeValueAsString(source.byIds(List.of(UUID.fromString(order)))))
			.findFirst()
			.orElseThrow();
	}

}
