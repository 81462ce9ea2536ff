package dev.jangteo.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.review.support.ServiceTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTests extends ServiceTests {

	@Test
	void textsAndNamesStandInNoLogMetricOrNotification(CapturedOutput output) {
		var review = written(Map.of("orderId", aDeliveredOrder(), "stars", 4, "text", "tellcanary", "authorName",
				"namecanary", "photos", List.of(UUID.randomUUID())));
		owner().post("/api/v1/owner/reviews/%s/reply".formatted(review.at("id")), Map.of("text", "replycanary"));
		stranger().post("/api/v1/reviews/%s/reports".formatted(review.at("id")),
				Map.of("reason", "OTHER", "note", "notecanary"));
		shopper().patch(review.header("Location"), Map.of("text", "tellcanary", "stars", 99), review.etag());
		shopper().post("/api/v1/reviews", "{\"text\":\"tellcanary\",\"stars\":[}");

		assertThat(output.getAll()).doesNotContain("canary");
		assertThat(nobody().get("/actuator/prometheus").text()).contains("jangteo_reviews_reads")
			.contains("jangteo_reviews_views_owed")
			.contains("jangteo_reviews_stream_due")
			.doesNotContain("canary");
		assertThat(service("search-service").get("/internal/reviews?ids=" + review.at("id")).text())
			.contains(review.at("id"))
			.doesNotContain("canary");
	}

}
