package dev.jangteo.review;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import dev.jangteo.review.support.ServiceTests;
import dev.jangteo.testing.Calls.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputTests extends ServiceTests {

	@Test
	void onlyAnOwnDeliveredOrderIsReviewedAndOnlyOnce() {
		var order = aDeliveredOrder();
		var review = written(Map.of("orderId", order, "stars", 5));
		var again = post(Map.of("orderId", order, "stars", 5));

		assertThat(again.status()).isEqualTo(409);
		assertThat(again.at("type")).endsWith("already-reviewed");
		assertThat(again.at("reviewId")).isEqualTo(review.at("id"));
		assertThat(post(Map.of("orderId", UUID.randomUUID(), "stars", 5)).status()).isEqualTo(404);
		assertThat(post(Map.of("orderId", anOrder(UuidV7.next(), "DELIVERED"), "stars", 5)).status()).isEqualTo(404);
		assertThat(stranger().post("/api/v1/reviews", Map.of("orderId", order, "stars", 5)).status()).isEqualTo(404);
		var undelivered = post(Map.of("orderId", anOrder(shopperId, "DISPATCHED"), "stars", 5));
		assertThat(undelivered.status()).isEqualTo(422);
		assertThat(undelivered.at("reason")).isEqualTo("ORDER_NOT_DELIVERED");
		assertThat(nobody().post("/api/v1/reviews", Map.of("orderId", order, "stars", 5)).status()).isEqualTo(401);
	}

	@Test
	void anOrderThatIsDeliveredMeanwhileIsAskedForAgain() {
		var order = anOrder(shopperId, "DISPATCHED");
		assertThat(post(Map.of("orderId", order, "stars", 5)).status()).isEqualTo(422);
		NEIGHBOURS.put("order", order, 2, Map.of("shopId", shopId, "ownerId", ownerId, "memberId", shopperId, "status",
				"DELIVERED", "lines", List.of(), "updatedAt", "2026-01-01T00:00:00Z"));

		assertThat(post(Map.of("orderId", order, "stars", 5)).status()).isEqualTo(201);
	}

	@Test
	void malformedReviewsNameTheField() {
		var order = aDeliveredOrder();

		assertThat(field(Map.of("stars", 5))).isEqualTo("orderId");
		assertThat(field(Map.of("orderId", order))).isEqualTo("stars");
		assertThat(field(Map.of("orderId", order, "stars", 0))).isEqualTo("stars");
		assertThat(field(Map.of("orderId", order, "stars", 6))).isEqualTo("stars");
		assertThat(field(Map.of("orderId", order, "stars", 4.5))).isEqualTo("stars");
		assertThat(field(Map.of("orderId", order, "stars", 5, "text", "x".repeat(2001)))).isEqualTo("text");
		assertThat(field(Map.of("orderId", order, "stars", 5, "photos", Collections.nCopies(6, UUID.randomUUID()))))
			.isEqualTo("photos");
		assertThat(field(Map.of("orderId", order, "stars", 5, "photos", Collections.nCopies(2, UUID.randomUUID()))))
			.isEqualTo("photos");
		assertThat(field(Map.of("orderId", order, "stars", 5, "photos", List.of("x")))).startsWith("photos");
		assertThat(field(Map.of("orderId", order, "stars", 5, "productStars",
				List.of(Map.of("productId", UUID.randomUUID(), "stars", 9)))))
			.startsWith("productStars");
		assertThat(field(Map.of("orderId", order, "stars", 5, "authorName", "a\nb"))).isEqualTo("authorName");
		assertThat(post("{").status()).isEqualTo(400);
		assertThat(post(Map.of("orderId", order, "stars", 5, "productStars",
				List.of(Map.of("productId", UUID.randomUUID(), "stars", 5))))
			.at("reason")).isEqualTo("PRODUCT_NOT_ORDERED");
		var nulls = new HashMap<String, Object>();
		nulls.put("orderId", order);
		nulls.put("stars", 5);
		nulls.put("photos", Collections.singletonList(null));
		assertThat(post(nulls).status()).isEqualTo(400);
	}

	@Test
	void whatIsAnothersIsNotFound() {
		var review = written(5, "Mine");
		var path = review.header("Location");

		assertThat(stranger().patch(path, Map.of("stars", 1), review.etag()).status()).isEqualTo(404);
		assertThat(stranger().delete(path, review.etag()).status()).isEqualTo(404);
		assertThat(as(UuidV7.next(), "OWNER")
			.post("/api/v1/owner/reviews/%s/reply".formatted(review.at("id")), Map.of("text", "Hi"))
			.status()).isEqualTo(404);
		assertThat(shopper().post("/api/v1/owner/reviews/%s/reply".formatted(review.at("id")), Map.of("text", "Hi"))
			.status()).isEqualTo(403);
		assertThat(owner().post("/api/v1/ops/reviews/%s/hiding".formatted(review.at("id")), Map.of("reason", "x"))
			.status()).isEqualTo(403);
		assertThat(shopper().get("/internal/reviews?ids=" + review.at("id")).status()).isIn(401, 403);
		assertThat(stranger().get(path).at("orderId")).isEmpty();
	}

	@Test
	void editsWantTheirVersion() {
		var review = written(5, "Mine");
		var path = review.header("Location");

		assertThat(shopper().patch(path, Map.of("stars", 1)).status()).isEqualTo(428);
		assertThat(shopper().delete(path).status()).isEqualTo(428);
		assertThat(shopper().patch(path, Map.of("stars", 1), "x").status()).isEqualTo(400);
		assertThat(shopper().patch(path, Map.of("stars", 9), review.etag()).at("errors.0.field")).isEqualTo("stars");
		assertThat(shopper()
			.patch(path, Map.of("productStars", List.of(Map.of("productId", UUID.randomUUID(), "stars", 1))),
					review.etag())
			.at("reason")).isEqualTo("PRODUCT_NOT_ORDERED");
	}

	@Test
	void theSameKeyGivesTheSameAnswer() {
		var form = Map.of("orderId", aDeliveredOrder(), "stars", 5);
		var first = shopper().post("/api/v1/reviews", form, "one");
		var again = shopper().post("/api/v1/reviews", form, "one");

		assertThat(first.status()).isEqualTo(201);
		assertThat(again.text()).isEqualTo(first.text());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(shopper().post("/api/v1/reviews", Map.of("orderId", aDeliveredOrder(), "stars", 1), "one").status())
			.isEqualTo(422);
	}

	@Test
	void listsRefuseWhatTheyDoNotKnow() {
		assertThat(shown("?sort=best").at("errors.0.field")).isEqualTo("sort");
		assertThat(shown("?limit=0").at("errors.0.field")).isEqualTo("limit");
		assertThat(shown("?limit=101").status()).isEqualTo(400);
		assertThat(shown("?cursor=x").at("errors.0.field")).isEqualTo("cursor");
		assertThat(shown("?productId=x").status()).isEqualTo(400);
		assertThat(nobody().get("/api/v1/shops/x/reviews").status()).isEqualTo(400);
		assertThat(nobody().get("/api/v1/shops/%s/reviews".formatted(UUID.randomUUID())).at("summary.count"))
			.isEqualTo("0");
		assertThat(operator().get("/api/v1/ops/reviews?state=all").at("errors.0.field")).isEqualTo("state");
		assertThat(shopper().get("/api/v1/reviews/" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void everyRouteIsDocumented() {
		assertThat(shopper().get("/v3/api-docs").body().at("/paths").propertyNames()).contains("/api/v1/reviews",
				"/api/v1/reviews/{id}", "/api/v1/reviews/mine", "/api/v1/shops/{shopId}/reviews",
				"/api/v1/owner/reviews/{id}/reply", "/api/v1/ops/reviews/{id}/hiding");
	}

	private String field(Map<String, ?> form) {
		var reply = post(form);
		assertThat(reply.status()).isEqualTo(400);
		return reply.at("errors.0.field");
	}

	private Reply post(Object form) {
		return shopper().post("/api/v1/reviews", form);
	}

}
