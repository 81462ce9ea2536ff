package dev.jangteo.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import dev.jangteo.review.support.ServiceTests;
import dev.jangteo.testing.Calls.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReviewLifecycleTests extends ServiceTests {

	@Test
	void aReviewIsWrittenEditedAnsweredAndDeleted() {
		var soup = UuidV7.next();
		var order = aDeliveredOrder(soup, UuidV7.next());
		var photo = UUID.randomUUID();
		var review = written(Map.of("orderId", order, "stars", 4, "text", "Hot and quick.", "authorName", "Minji",
				"photos", List.of(photo), "productStars", List.of(Map.of("productId", soup, "stars", 5))));
		var path = review.header("Location");

		assertThat(review.at("standing")).isEqualTo("SHOWN");
		await().untilAsserted(() -> {
			assertThat(shown("").at("items.0.text")).isEqualTo("Hot and quick.");
			assertThat(shown("").at("items.0.authorName")).isEqualTo("Minji");
			assertThat(shown("").at("items.0.photos.0")).isEqualTo(photo.toString());
			assertThat(shown("").at("summary.mean")).isEqualTo("4.0");
			assertThat(shown("/summary").at("photoShare")).isEqualTo("1.0");
			assertThat(shown("?productId=" + soup).at("summary.histogram.5")).isEqualTo("1");
		});
		assertThat(shown("").text()).doesNotContain(shopperId.toString()).doesNotContain(order.toString());

		var edited = shopper().patch(path, Map.of("stars", 2, "text", "It came cold."), review.etag());
		assertThat(edited.status()).isEqualTo(200);
		assertThat(edited.at("photos.0")).isEqualTo(photo.toString());
		assertThat(shopper().patch(path, Map.of("stars", 1), review.etag()).status()).isEqualTo(412);

		var reply = owner().post("/api/v1/owner" + path.substring("/api/v1".length()) + "/reply",
				Map.of("text", "We are sorry."));
		assertThat(reply.status()).isEqualTo(201);
		await().untilAsserted(() -> {
			assertThat(shown("").at("items.0.reply.text")).isEqualTo("We are sorry.");
			assertThat(shown("").at("summary.histogram.2")).isEqualTo("1");
		});

		assertThat(shopper().delete(path, edited.etag()).status()).isEqualTo(412);
		assertThat(shopper().delete(path, reply.etag()).status()).isEqualTo(204);
		assertThat(shopper().get(path).status()).isEqualTo(404);
		await().untilAsserted(() -> {
			assertThat(shown("").at("summary.count")).isEqualTo("0");
			assertThat(shown("").body().at("/items")).isEmpty();
			assertThat(shown("?productId=" + soup).at("summary.count")).isEqualTo("0");
		});
		assertThat(shopper().post("/api/v1/reviews", Map.of("orderId", order, "stars", 5)).at("type"))
			.endsWith("already-reviewed");
	}

	@Test
	void anOwnerAnswersOnceAndEditsTheAnswer() {
		var path = "/api/v1/owner/reviews/" + written(5, "Fine").at("id");

		assertThat(owner().put(path + "/reply", Map.of("text", "Thanks"), "\"1\"").status()).isEqualTo(404);
		var reply = owner().post(path + "/reply", Map.of("text", "Thanks, call 010-1234-5678"));
		assertThat(reply.at("reply.text")).isEqualTo("Thanks, call ***");
		assertThat(owner().post(path + "/reply", Map.of("text", "Again")).at("type")).endsWith("already-replied");
		assertThat(owner().put(path + "/reply", Map.of("text", "Stale"), "\"1\"").status()).isEqualTo(412);
		var edited = owner().put(path + "/reply", Map.of("text", "Many thanks"), reply.etag());
		assertThat(edited.at("reply.text")).isEqualTo("Many thanks");
		assertThat(edited.at("reply.editedAt")).isNotEmpty();
	}

	@Test
	void theOwnerSeesTheUnansweredFirst() {
		var first = written(5, "One").at("id");
		var second = written(5, "Two").at("id");
		var third = written(5, "Three").at("id");
		owner().post("/api/v1/owner/reviews/%s/reply".formatted(third), Map.of("text", "Thanks"));

		var page = owner().get("/api/v1/owner/reviews?limit=2&shopId=" + shopId);
		assertThat(page.at("items.0.id")).isEqualTo(second);
		assertThat(page.at("items.1.id")).isEqualTo(first);
		var next = owner()
			.get("/api/v1/owner/reviews?limit=2&shopId=%s&cursor=%s".formatted(shopId, page.at("nextCursor")));
		assertThat(next.at("items.0.id")).isEqualTo(third);
		assertThat(next.body().at("/nextCursor").isNull()).isTrue();
		assertThat(as(UuidV7.next(), "OWNER").get("/api/v1/owner/reviews").body().at("/items")).isEmpty();
	}

	@Test
	void anOperatorHidesAndRestores() {
		var id = written(1, "Rude words").at("id");
		await().until(() -> shown("").at("summary.count").equals("1"));
		var path = "/api/v1/ops/reviews/" + id;

		assertThat(operator().post(path + "/hiding", Map.of("reason", "Insults")).at("standing")).isEqualTo("HIDDEN");
		await().untilAsserted(() -> assertThat(shown("").at("summary.count")).isEqualTo("0"));
		assertThat(stranger().get("/api/v1/reviews/" + id).status()).isEqualTo(404);
		assertThat(owner().get("/api/v1/owner/reviews/" + id).status()).isEqualTo(404);
		assertThat(owner().post("/api/v1/owner/reviews/%s/reply".formatted(id), Map.of("text", "No")).status())
			.isEqualTo(404);
		assertThat(shopper().get("/api/v1/reviews/" + id).at("reason")).isEqualTo("Insults");
		assertThat(published(id).at("items.0.state.hidden")).isEqualTo("true");
		assertThat(operator().get("/api/v1/ops/reviews?state=hidden&limit=100").text()).contains(id);

		assertThat(operator().post(path + "/restoration", Map.of()).at("standing")).isEqualTo("SHOWN");
		await().untilAsserted(() -> assertThat(shown("").at("summary.count")).isEqualTo("1"));
	}

	@Test
	void shoppersReportOnceAndOperatorsSeeIt() {
		var id = written(3, "Hm").at("id");
		var path = "/api/v1/reviews/%s/reports".formatted(id);
		var reporter = stranger();

		assertThat(reporter.post(path, Map.of("reason", "SPAM", "note", "again")).status()).isEqualTo(204);
		assertThat(reporter.post(path, Map.of("reason", "ABUSE")).status()).isEqualTo(204);
		assertThat(stranger().post(path, Map.of("reason", "ABUSE")).status()).isEqualTo(204);
		assertThat(operator().get("/api/v1/ops/reviews/" + id).at("reports")).isEqualTo("2");
		assertThat(operator().get("/api/v1/ops/reviews?state=reported").text()).contains(id);
		assertThat(reporter.post(path, Map.of("reason", "UNKNOWN")).status()).isEqualTo(400);
	}

	@Test
	void helpfulReviewsComeFirstWhenAskedSo() {
		var helpful = written(3, "Try the soup").at("id");
		written(5, "Nice");
		var path = "/api/v1/reviews/%s/helpful".formatted(helpful);
		var reader = stranger();

		assertThat(reader.put(path).status()).isEqualTo(204);
		assertThat(reader.put(path).status()).isEqualTo(204);
		assertThat(shopper().put(path).at("reason")).isEqualTo("OWN_REVIEW");
		await().untilAsserted(() -> assertThat(shown("?sort=helpful").at("items.0.id")).isEqualTo(helpful));
		assertThat(shown("?sort=helpful").at("items.0.helpful")).isEqualTo("1");
		assertThat(reader.delete(path).status()).isEqualTo(204);
		await().untilAsserted(() -> assertThat(shown("?sort=helpful").at("items.0.id")).isNotEqualTo(helpful));
	}

	@Test
	void listsGoOnByCursorInEveryOrder() {
		for (var i = 0; i < 7; i++) {
			writtenBySomebody(1 + i % 3, "No. " + i);
		}
		for (var sort : List.of("newest", "helpful", "stars")) {
			var first = shown("?limit=4&sort=" + sort);
			var second = shown("?limit=4&sort=%s&cursor=%s".formatted(sort, first.at("nextCursor")));
			var ids = new TreeSet<String>();
			first.body().at("/items").forEach((item) -> ids.add(item.at("/id").asString()));
			second.body().at("/items").forEach((item) -> ids.add(item.at("/id").asString()));
			assertThat(ids).hasSize(7);
			assertThat(second.body().at("/nextCursor").isNull()).isTrue();
		}
		assertThat(shown("?limit=4&sort=stars").at("items.0.stars")).isEqualTo("3");
		assertThat(shown("?photos=true").body().at("/items")).isEmpty();
	}

	@Test
	void anErasedAuthorLeavesTheStarsAlone() {
		var review = written(Map.of("orderId", aDeliveredOrder(), "stars", 2, "text", "My secret diary", "authorName",
				"Somebody", "photos", List.of(UUID.randomUUID())));
		await().until(() -> shown("").text().contains("secret"));

		erased(shopperId);

		await().untilAsserted(() -> {
			assertThat(shown("").at("summary.count")).isEqualTo("1");
			assertThat(shown("").at("summary.histogram.2")).isEqualTo("1");
			assertThat(shown("").at("summary.photoShare")).isEqualTo("0.0");
			assertThat(shown("").text()).doesNotContain("secret").doesNotContain("Somebody");
		});
		assertThat(published(review.at("id")).body().at("/items/0/state/memberId").isNull()).isTrue();
		assertThat(shopper().post("/api/v1/reviews", Map.of("orderId", aDeliveredOrder(), "stars", 1)).status())
			.isEqualTo(404);
		assertThat(jdbc.sql("select count(*) from reviews where member_id = ?")
			.param(shopperId)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void afterThirtyDaysNothingIsEdited() {
		var review = written(5, "Long ago");
		jdbc.sql("update reviews set created_at = ?::timestamptz where id = ?::uuid")
			.params(Instant.now().minusSeconds(31L * 86400).toString(), review.at("id"))
			.update();

		assertThat(shopper().patch(review.header("Location"), Map.of("stars", 1), review.etag()).at("reason"))
			.isEqualTo("EDIT_PERIOD_OVER");
		assertThat(shopper().delete(review.header("Location"), review.etag()).status()).isEqualTo(422);
	}

	@Test
	void tenWithinAMinuteAreHeldForAnOperator() {
		for (var i = 0; i < 9; i++) {
			assertThat(written(5, "").at("standing")).isEqualTo("SHOWN");
		}
		assertThat(written(5, "").at("standing")).isEqualTo("HELD");

		await().untilAsserted(() -> assertThat(shown("").at("summary.count")).isEqualTo("0"));
		var mine = shopper().get("/api/v1/reviews/mine");
		assertThat(mine.body().at("/items")).hasSize(10)
			.allMatch((item) -> item.at("/reason").asString().equals("FLOOD"));
	}

	@Test
	void theSameTextAgainAndAgainIsHeld() {
		assertThat(written(5, "The best soup in the whole town!").at("standing")).isEqualTo("SHOWN");
		assertThat(written(5, "The best SOUP in the whole town").at("standing")).isEqualTo("SHOWN");
		var third = written(5, "the  best soup, in the whole town...");

		assertThat(third.at("standing")).isEqualTo("HELD");
		assertThat(third.at("reason")).isEqualTo("REPEATED_TEXT");
		assertThat(operator().get("/api/v1/ops/reviews?limit=100").text()).contains(third.at("id"));
		assertThat(writtenBySomebody(5, "The best soup in the whole town!").at("standing")).isEqualTo("SHOWN");
	}

	@Test
	void whatIsPublishedHasNoText() {
		var id = written(
				Map.of("orderId", aDeliveredOrder(), "stars", 2, "text", "canary in the text", "authorName", "canary"))
			.at("id");
		var state = published(id);

		assertThat(state.at("items.0.version")).isEqualTo("1");
		assertThat(state.at("items.0.state.shopId")).isEqualTo(shopId.toString());
		assertThat(state.at("items.0.state.stars")).isEqualTo("2");
		assertThat(state.at("items.0.state.photoCount")).isEqualTo("0");
		assertThat(state.text()).doesNotContain("canary");
	}

	private Reply published(String id) {
		return service("search-service").get("/internal/reviews?ids=" + id);
	}

}
