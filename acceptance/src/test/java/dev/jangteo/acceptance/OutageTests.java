package dev.jangteo.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.local.api.Api;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rule 1: ordering stays possible, whatever else is dead, and afterwards all copies
 * agree.
 */
class OutageTests {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

	private final Stage stage = Stage.set();

	@ParameterizedTest
	@ValueSource(strings = { "search-service", "shop-service", "member-service", "payment-service", "review-service",
			"kafka", "redis", "opensearch" })
	void anOrderAtTheDoorIsAcceptedWhileSomethingElseIsDead(String dead) {

		var here = Neighbourhood.open(this.stage);
		var operator = this.stage.operator();
		var part = this.stage.part(dead);

		part.kill();

		try {

			for (int attempt = 0; attempt < 3; attempt++) {

				var start = Instant.now();
				var order = here.order(UUID.randomUUID().toString()).expect(201).text("id");

				assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST_WAIT);
				here.moveOn(order, "acceptance").expect(200);
			}

			if (!dead.equals("shop-service")) {
				here.change("비빔밥 곱빼기").expect(200);
			}
		}
		finally {
			part.start();
		}

		this.stage.eventually("the change shows on the shop's page",
				() -> dead.equals("shop-service") || this.stage.anyone()
					.get("/api/v1/shops/" + here.shop())
					.expect(200)
					.body()
					.toString()
					.contains("비빔밥 곱빼기"));
		this.stage.eventually("order-service's copies agree with their owners",
				() -> agrees(operator, "order-service"));
		this.stage.eventually("search-service's copies agree with their owners",
				() -> agrees(operator, "search-service"));
		this.stage.eventually("member-service's copy agrees with its owner", () -> agrees(operator, "member-service"));
		this.stage.eventually("payment-service's copy agrees with its owner",
				() -> agrees(operator, "payment-service"));
		this.stage.eventually("review-service's copies agree with their owners",
				() -> agrees(operator, "review-service"));
	}

	private static boolean agrees(Api operator, String service) {

		var body = operator.send("POST", "/api/v1/ops/reconciliation?service=" + service, null, Map.of())
			.expect(200)
			.body();

		return !body.path("items").isEmpty() && body.path("items")
			.valueStream()
			.allMatch((report) -> report.path("drift").asInt(-1) == 0 && report.path("error").isNull());
	}

}
