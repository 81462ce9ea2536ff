package dev.jangteo.gateway.passage;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.jangteo.gateway.GatewayContext;

import static dev.jangteo.gateway.Platform.MEMBER;
import static dev.jangteo.gateway.Platform.ORDER;
import static dev.jangteo.gateway.Platform.SEARCH;
import static dev.jangteo.gateway.Platform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RoutingTests extends GatewayContext {

	@ParameterizedTest
	@CsvSource({ "GET, /members/me, member", "POST, /tokens/refresh, member", "GET, /ops/keys, member",
			"GET, /owner/shops, shop", "POST, /owner/shops/7/products, shop", "PATCH, /owner/products/7, shop",
			"PUT, /owner/products/7/stock, order", "GET, /owner/products/7/stock, order", "GET, /orders, order",
			"POST, /orders/7/cancellation, order", "GET, /owner/orders, order", "GET, /owner/deals, order",
			"POST, /deals/7/claims, order", "GET, /shops, search", "GET, /shops/7, search",
			"GET, /shops/7/reviews, review", "POST, /reviews, review", "POST, /owner/reviews/7/reply, review",
			"GET, /products, search", "GET, /suggestions, search", "POST, /ops/search/reindex, search" })
	void sendsEachPathToItsService(String method, String path, String service) {
		var answer = send(as(UUID.randomUUID(), "OPERATOR", "/api/v1" + path).method(method, BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(json(answer).get("service").stringValue()).isEqualTo(service);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "notifications/republish", "notifications/parked", "dead-letters", "reconciliation", "copies" })
	void sendsOperatorsToTheServiceTheyName(String path) {

		var named = send(asOperator("/api/v1/ops/" + path + "?service=order-service"));
		assertThat(json(named).get("service").stringValue()).isEqualTo("order");

		var unnamed = send(asOperator("/api/v1/ops/" + path));
		assertThat(unnamed.statusCode()).isEqualTo(400);
		assertThat(json(unnamed).at("/errors/0/field").stringValue()).isEqualTo("service");

		assertThat(send(asOperator("/api/v1/ops/" + path + "?service=gateway")).statusCode()).isEqualTo(400);
	}

	@Test
	void answersForServicesThatAreNotInstalled() {
		var answer = send(asShopper("/api/v1/payments"));
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(problem(answer)).isEqualTo("not-installed");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

	@Test
	void forwardsPathQueryBodyAndTokenUnchanged() {
		var answer = send(post(asShopper("/api/v1/orders?a=%20b&c=%EA%B9%80").header("Idempotency-Key", "k"), "{}"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
		var seen = ORDER.last();
		assertThat(seen.uri()).isEqualTo("/api/v1/orders?a=%20b&c=%EA%B9%80");
		assertThat(seen.body()).isEqualTo(2);
		assertThat(seen.headers()).containsEntry("Idempotency-Key", "k").containsKey("Authorization");
	}

	@Test
	void forwardsEveryStatusAsItIs() {
		for (var status : new int[] { 201, 204, 304, 404, 409, 422, 500, 503 }) {
			assertThat(send(asShopper("/api/v1/orders?status=" + status)).statusCode()).isEqualTo(status);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/internal", "/internal/shops?ids=1", "/INTERNAL/shops", "/actuator",
			"/actuator/prometheus", "/actuator/env", "/actuator/health/../prometheus", "/api/v1/../../internal/shops",
			"/api/v1/shops/../../../internal", "/api/v1/%2e%2e/%2e%2e/internal/shops",
			"/api/v1/shops/%2e%2e/%2e%2e/%2e%2e/internal", "//internal/shops", "/api/v1/shops//internal", "/./internal",
			"/api/v1/shops/..;/..;/..;/internal", "/;a/internal", "/api/v1/shops/%2f..%2f..%2finternal",
			"/api/v1/shops/..%5c..%5cinternal", "/api/v1/shops/%252e%252e/internal", "/api/v1/shops\\..\\internal",
			"/%69nternal/shops", "/.well-known/jwks.json", "/api/v1/internal", "http://127.0.0.1/internal/shops",
			"/v3/api-docs", "/api/v1/shops/%00", "/api/v1/shops/%", "*" })
	void neverRoutesToWhatIsInside(String path) {

		var before = MEMBER.calls() + SHOP.calls() + ORDER.calls() + SEARCH.calls();
		var answer = rawGet(path);

		assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
		assertThat(answer).doesNotContain("Exception");
		assertThat(MEMBER.calls() + SHOP.calls() + ORDER.calls() + SEARCH.calls()).isEqualTo(before);
	}

	@Test
	void keepsItsOwnMetricsOnTheManagementPort() {
		// The first scrape of a cold gateway on a busy machine may take its time.
		await().atMost(Duration.ofSeconds(60))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(
					send(request(managementPort, "/actuator/prometheus").timeout(Duration.ofSeconds(5))).body())
				.contains("jangteo_gateway_requests"));
		assertThat(send(request(managementPort, "/actuator/health")).statusCode()).isEqualTo(200);
		assertThat(send(request(managementPort, "/api/v1/orders")).statusCode()).isEqualTo(404);
		assertThat(send(request("/actuator/prometheus")).statusCode()).isEqualTo(404);
		assertThat(send(request("/actuator/health")).body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
		assertThat(send(request("/actuator/health/liveness")).statusCode()).isEqualTo(200);
	}

	@Test
	void showsTheWayAtTheRoot() {
		var index = send(request("/"));
		assertThat(index.statusCode()).isEqualTo(200);
		assertThat(json(index).at("/links/docs").stringValue()).isEqualTo("/docs");
	}

	@Test
	void answersUnknownPathsWithAProblem() {
		var answer = send(request("/api/v1/nothing"));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(problem(answer)).isEqualTo("not-found");
		assertThat(json(answer).get("instance").stringValue()).isEqualTo("/api/v1/nothing");
	}

}
