package dev.jangteo.order;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.order.support.ServiceTests;
import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputTests extends ServiceTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest(name = "{0} = {1}")
	@CsvSource(delimiter = '|', textBlock = """
			/shopId                       | "no-uuid"                                | shopId
			/shopId                       | null                                     | shopId
			/lines                        | []                                       | lines
			/lines                        | null                                     | lines
			/lines/0/productId            | 7                                        | lines[0].productId
			/lines/0/quantity             | 0                                        | lines[0].quantity
			/lines/0/quantity             | -1                                       | lines[0].quantity
			/lines/0/quantity             | 100                                      | lines[0].quantity
			/lines/0/quantity             | 99999999999999999999                     | lines[0].quantity
			/lines/0/quantity             | 1.5                                      | lines[0].quantity
			/lines/0/options              | ["x"]                                    | lines[0].options
			/delivery                     | null                                     | delivery
			/delivery/address             | ""                                       | delivery.address
			/delivery/address             | "a\\u0000b"                              | delivery.address
			/delivery/location/lat        | 90.5                                     | delivery.location.lat
			/delivery/location/lng        | "x"                                      | delivery.location.lng
			/delivery/phone               | "call me"                                | delivery.phone
			/paymentMethod                | "BARTER"                                 | paymentMethod
			/paymentMethod                | null                                     | paymentMethod
			/expectedTotal                | {"amount": 20000.5, "currency": "KRW"}   | expectedTotal
			/expectedTotal                | {"amount": 20000, "currency": "WON"}     | expectedTotal
			/expectedTotal                | {"amount": 1e999999999, "currency": "KRW"} | expectedTotal
			/expectedTotal                | null                                     | expectedTotal
			""")
	void aWrongFieldIsNamedAndNothingIsPlaced(String path, String value, String field) {
		var shop = aShop();
		var body = JSON.readTree(JSON.writeValueAsString(order(shop, aProduct(shop, 18000), 1)));
		var parent = (ObjectNode) body.at(path.substring(0, path.lastIndexOf('/')));
		parent.set(path.substring(path.lastIndexOf('/') + 1), JSON.readTree(value));

		var reply = shopper().post("/api/v1/orders", body.toString(), UUID.randomUUID().toString());

		assertThat(reply.status()).as(reply.text()).isEqualTo(400);
		assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
		assertThat(reply.at("errors.0.field")).startsWith(field);
		assertThat(shopper().get("/api/v1/orders").body().at("/items").size()).isZero();
	}

	@Test
	void aBrokenBodyIsAProblem() {
		var key = UUID.randomUUID().toString();

		assertThat(shopper().post("/api/v1/orders", "{\"shopId\":", key).status()).isEqualTo(400);
		assertThat(shopper().post("/api/v1/orders", "\"x\"", key).status()).isEqualTo(400);
		assertThat(shopper().post("/api/v1/orders", "", key).status()).isEqualTo(400);
		assertThat(shopper().post("/api/v1/orders", "{\"wish\":\"" + "x".repeat(10_000_000) + "\"}", key).status())
			.isEqualTo(413);
		assertThat(
				shopper().post("/api/v1/orders", "<order/>", "Content-Type", "application/xml", "Idempotency-Key", key)
					.status())
			.isEqualTo(415);
		assertThat(shopper().patch("/api/v1/orders", "{}").status()).isEqualTo(405);
	}

	@Test
	void aMissingKeyIsAProblem() {
		var shop = aShop();

		var reply = shopper().post("/api/v1/orders", order(shop, aProduct(shop, 18000), 1));

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.at("errors.0.field")).isEqualTo("Idempotency-Key");
	}

	@Test
	void tooManyLinesAreRefused() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		var body = new HashMap<>(order(shop, product, 1));
		body.put("lines", Collections.nCopies(51, Map.of("productId", product, "quantity", 1)));

		assertThat(shopper().post("/api/v1/orders", body, UUID.randomUUID().toString()).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/orders?cursor=nonsense", "/api/v1/orders?limit=0", "/api/v1/orders?limit=101",
			"/api/v1/orders?limit=x", "/api/v1/orders/no-uuid", "/api/v1/orders/no-uuid/stream" })
	void aWrongParameterIsNamed(String path) {
		var reply = shopper().get(path);

		assertThat(reply.status()).as(reply.text()).isEqualTo(400);
		assertThat(reply.at("errors.0.field")).isNotEmpty();
	}

	@Test
	void ownersParametersAreChecked() {
		var shop = aShop();
		var owned = "/api/v1/owner/orders?shopId=" + shop;
		placed(shop);
		placed(shop);
		var cursor = owner().get(owned + "&limit=1").at("nextCursor");

		assertThat(cursor).isNotEmpty();
		assertThat(owner().get(owned + "&limit=1&cursor=" + cursor).status()).isEqualTo(200);
		assertThat(owner().get(owned + "&status=PLACED&cursor=" + cursor).status()).as("another list").isEqualTo(400);
		assertThat(owner().get("/api/v1/owner/orders").at("errors.0.field")).isEqualTo("shopId");
		assertThat(owner().get(owned + "&status=EATEN").at("errors.0.field")).isEqualTo("status");
		assertThat(owner().get("/api/v1/owner/orders/changes?shopId=" + shop + "&since=x").status()).isEqualTo(400);
	}

	@Test
	void ownersFormsAreChecked() {
		var order = "/api/v1/owner/orders/" + placed(aShop());

		for (var minutes : List.of("0", "-5", "241", "\"soon\"", "null")) {
			var reply = owner().post(order + "/acceptance", "{\"minutes\":" + minutes + "}");
			assertThat(reply.status()).as(minutes).isEqualTo(400);
			assertThat(reply.at("errors.0.field")).isEqualTo("minutes");
		}
		assertThat(owner().post(order + "/acceptance", "{}").status()).isEqualTo(400);
		assertThat(owner().post(order + "/rejection", Map.of("reason", "BORED")).at("errors.0.field"))
			.isEqualTo("reason");
		assertThat(owner().post(order + "/rejection", Map.of("reason", "OTHER", "message", "x".repeat(301))).status())
			.isEqualTo(400);
		assertThat(owner().get(order).at("status")).isEqualTo("PLACED");
	}

	@Test
	void aCountOfStockIsChecked() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		var stock = "/api/v1/owner/products/" + product + "/stock";

		for (var wrong : List.of("{\"quantity\":-1}", "{\"quantity\":1000001}", "{\"quantity\":1.5}",
				"{\"quantity\":\"5\"}", "{}", "[]", "")) {
			assertThat(owner().put(stock, wrong).status()).as(wrong).isEqualTo(400);
		}
		assertThat(owner().put(stock, Map.of("quantity", 5), "7").status()).isEqualTo(400);
		assertThat(owner().put(stock, Map.of("quantity", 5), "\"7\"").status()).isEqualTo(412);
		var counted = owner().put(stock, Map.of("quantity", 5), "\"0\"");
		assertThat(counted.status()).isEqualTo(200);
		assertThat(counted.header("ETag")).isEqualTo("\"1\"");
		assertThat(owner().put(stock, "{\"quantity\":null}").body().at("/available").asBoolean()).isTrue();
	}

	@Test
	void cardsAreRefusedWithTheWayOn() {
		var shop = aShop();
		var body = new HashMap<>(order(shop, aProduct(shop, 18000), 1));
		body.put("paymentMethod", "CARD");

		var reply = shopper().post("/api/v1/orders", body, UUID.randomUUID().toString());

		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.at("alternatives.0")).isEqualTo("PAY_ON_DELIVERY");
		assertThat(reply.header("Retry-After")).isNotEmpty();
	}

	@Test
	void othersOrdersAndProductsAreNotThere() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		var order = place(shop, product, 1).at("id");
		var stranger = as(UUID.randomUUID(), "SHOPPER");
		var rival = as(UUID.randomUUID(), "OWNER");

		assertThat(stranger.get("/api/v1/orders/" + order).status()).isEqualTo(404);
		assertThat(stranger.post("/api/v1/orders/" + order + "/cancellation", "").status()).isEqualTo(404);
		assertThat(owner().get("/api/v1/orders/" + order).status()).as("not the owner's own order").isEqualTo(404);
		assertThat(rival.get("/api/v1/owner/orders/" + order).status()).isEqualTo(404);
		assertThat(rival.get("/api/v1/owner/orders?shopId=" + shop).status()).isEqualTo(404);
		assertThat(rival.post("/api/v1/owner/orders/" + order + "/acceptance", Map.of("minutes", 5)).status())
			.isEqualTo(404);
		assertThat(rival.post("/api/v1/owner/orders/" + order + "/rejection", Map.of("reason", "OTHER")).status())
			.isEqualTo(404);
		assertThat(rival.post("/api/v1/owner/orders/" + order + "/dispatch", "").status()).isEqualTo(404);
		assertThat(rival.post("/api/v1/owner/orders/" + order + "/delivery", "").status()).isEqualTo(404);
		assertThat(rival.put("/api/v1/owner/products/" + product + "/stock", Map.of("quantity", 1)).status())
			.isEqualTo(404);
		assertThat(rival.get("/api/v1/owner/products/" + product + "/stock").status()).isEqualTo(404);
		assertThat(stranger.get("/api/v1/owner/orders?shopId=" + shop).status()).as("no owner").isEqualTo(403);
		assertThat(new Calls(port, null).get("/api/v1/orders").status()).isEqualTo(401);
		assertThat(owner().get("/internal/orders?ids=" + order).status()).as("no service").isIn(401, 403);
		assertThat(shopper().get("/api/v1/orders/" + order).at("status")).isEqualTo("PLACED");
	}

}
