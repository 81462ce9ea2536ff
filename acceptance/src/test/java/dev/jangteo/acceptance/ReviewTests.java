package dev.jangteo.acceptance;

import java.util.Map;
import java.util.UUID;

import dev.jangteo.local.api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What others say of an order that was delivered.
 */
class ReviewTests {

	private final Stage stage = Stage.set();

	@Test
	void aDeliveredOrderIsReviewedOnceAndAnsweredByItsOwner() {

		var here = Neighbourhood.open(this.stage);
		var order = here.order(UUID.randomUUID().toString()).expect(201).text("id");

		assertThat(review(here, order, 5).expect(422).text("reason")).isEqualTo("ORDER_NOT_DELIVERED");

		here.moveOn(order, "acceptance").expect(200);
		here.moveOn(order, "dispatch").expect(200);
		here.moveOn(order, "delivery").expect(200);

		var review = review(here, order, 5).expect(201).text("id");
		review(here, order, 4).expect(409);

		this.stage.eventually("the shop's reviews show it", () -> shown(here, review).path("stars").asInt() == 5);
		assertThat(shown(here, review).toString()).doesNotContain("010-1234-5678");

		here.owner()
			.post("/api/v1/owner/reviews/" + review + "/reply", Map.of("text", "고맙습니다. 또 오세요."))
			.expect(200, 201);
		this.stage.eventually("the reply stands under it", () -> shown(here, review).toString().contains("또 오세요"));
		Neighbourhood.member(this.stage, "OWNER")
			.post("/api/v1/owner/reviews/" + review + "/reply", Map.of("text", "남의 가게"))
			.expect(404);
	}

	private JsonNode shown(Neighbourhood here, String review) {
		return this.stage.anyone()
			.get("/api/v1/shops/" + here.shop() + "/reviews")
			.expect(200)
			.body()
			.path("items")
			.valueStream()
			.filter((item) -> item.path("id").asString("").equals(review))
			.findFirst()
			.orElseThrow();
	}

	private static Answer review(Neighbourhood here, String order, int stars) {
		return here.shopper()
			.post("/api/v1/reviews", Map.of("orderId", order, "stars", stars, "text", "따뜻하고 맛있어요. 문의는 010-1234-5678",
					"authorName", "이웃"));
	}

}
