package dev.jangteo.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.local.api.Api;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What belongs to another member answers as if it did not exist.
 */
class OwnershipTests {

	private final Stage stage = Stage.set();

	@Test
	void anotherMembersObjectsAre404OnEveryRoute() {

		var here = Neighbourhood.open(this.stage);
		var order = here.order(UUID.randomUUID().toString()).expect(201).text("id");
		var address = here.shopper()
			.post("/api/v1/members/me/addresses",
					Map.of("label", "집", "line1", "서울 마포구 연남로 1", "lat", 37.56, "lng", 126.92))
			.expect(201)
			.text("id");

		var otherShopper = Neighbourhood.member(this.stage, "SHOPPER");
		var otherOwner = Neighbourhood.member(this.stage, "OWNER");

		unseen(otherShopper, "GET", "/api/v1/orders/" + order, null);
		unseen(otherShopper, "GET", "/api/v1/orders/" + order + "/stream", null);
		unseen(otherShopper, "POST", "/api/v1/orders/" + order + "/cancellation", Map.of());
		unseen(otherShopper, "DELETE", "/api/v1/members/me/addresses/" + address, null);

		for (String step : List.of("dispatch", "delivery")) {
			unseen(otherOwner, "POST", "/api/v1/owner/orders/" + order + "/" + step, Map.of());
		}

		unseen(otherOwner, "POST", "/api/v1/owner/orders/" + order + "/acceptance", Map.of("minutes", 10));
		unseen(otherOwner, "POST", "/api/v1/owner/orders/" + order + "/rejection", Map.of("reason", "TOO_BUSY"));
		unseen(otherOwner, "GET", "/api/v1/owner/orders/" + order, null);
		unseen(otherOwner, "GET", "/api/v1/owner/shops/" + here.shop(), null);
		unseen(otherOwner, "DELETE", "/api/v1/owner/shops/" + here.shop(), null);
		unseen(otherOwner, "GET", "/api/v1/owner/shops/" + here.shop() + "/products", null);
		unseen(otherOwner, "GET", "/api/v1/owner/shops/" + here.shop() + "/catalog-imports", null);
		unseen(otherOwner, "GET", "/api/v1/owner/products/" + here.dish(), null);
		unseen(otherOwner, "DELETE", "/api/v1/owner/products/" + here.dish(), null);
		unseen(otherOwner, "GET", "/api/v1/owner/products/" + here.dish() + "/stock", null);
		unseen(otherOwner, "PUT", "/api/v1/owner/products/" + here.dish() + "/stock", Map.of("quantity", 1));

		assertThat(otherOwner.get("/api/v1/owner/orders?shopId=" + here.shop()).status()).isEqualTo(404);
		assertThat(otherOwner.get("/api/v1/owner/orders/stream?shopId=" + here.shop()).status()).isEqualTo(404);
		assertThat(otherShopper.get("/api/v1/orders").expect(200).body().path("items")).isEmpty();
	}

	@Test
	void rolesAreCheckedAndInternalsAreNotRouted() {

		var shopper = Neighbourhood.member(this.stage, "SHOPPER");

		assertThat(this.stage.anyone().get("/api/v1/orders").status()).isEqualTo(401);
		assertThat(shopper.get("/api/v1/owner/shops").status()).isEqualTo(403);
		assertThat(shopper.get("/api/v1/ops/dead-letters?service=order-service").status()).isEqualTo(403);
		assertThat(shopper.get("/internal/orders?ids=" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(shopper.get("/actuator/env").status()).isEqualTo(404);
	}

	private static void unseen(Api api, String method, String path, Object body) {
		assertThat(api.send(method, path, body, Map.of("If-Match", "\"1\"")).status()).as("%s %s", method, path)
			.isEqualTo(404);
	}

}
