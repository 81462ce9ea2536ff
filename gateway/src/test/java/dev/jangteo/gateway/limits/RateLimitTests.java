package dev.jangteo.gateway.limits;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.jangteo.gateway.GatewayContext;

import static dev.jangteo.gateway.Platform.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RateLimitTests extends GatewayContext {

	@Test
	void limitsEachMember() {
		var token = asShopper("/api/v1/orders");
		var refused = firstRefused(() -> send(token.copy()), 80);
		assertThat(problem(refused)).isEqualTo("too-many-requests");
		assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 5);
		assertThat(send(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders")).statusCode()).isEqualTo(200);
	}

	@Test
	void limitsEachAddressByGroupOfRoutes() {
		var refused = firstRefused(() -> send(post(request("/api/v1/tokens"), "{}")), 80);
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(send(request("/api/v1/shops")).statusCode()).isEqualTo(200);
		var other = send(post(request("/api/v1/tokens").setHeader("X-Forwarded-For", "192.0.2.99"), "{}"));
		assertThat(other.statusCode()).isEqualTo(200);
	}

	@Test
	void countsGuessedTokensToo() {
		var refused = firstRefused(
				() -> send(post(request("/api/v1/tokens"), "{}").header("Authorization", "Bearer x.y.z")), 80);
		assertThat(refused.statusCode()).isEqualTo(429);
	}

	@Test
	void goesOnLocallyWhenRedisDies() {
		var token = asShopper("/api/v1/orders");
		assertThat(send(token.copy()).statusCode()).isEqualTo(200);
		REDIS.kill();
		try {
			for (var i = 0; i < 20; i++) {
				var started = System.nanoTime();
				assertThat(send(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders")).statusCode()).isEqualTo(200);
				assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(500));
			}
			assertThat(meter("jangteo.gateway.limits.shared")).isZero();
			assertThat(firstRefused(() -> send(token.copy()), 80).statusCode()).isEqualTo(429);
		}
		finally {
			REDIS.start();
		}
		await().until(() -> meter("jangteo.gateway.limits.shared") == 1);
	}

	@Test
	void waitsOnlyMillisecondsForARedisThatHangs() {
		send(asShopper("/api/v1/orders"));
		REDIS.suspend();
		try {
			var times = new ArrayList<Duration>();
			for (var i = 0; i < 20; i++) {
				var started = System.nanoTime();
				assertThat(send(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders")).statusCode()).isEqualTo(200);
				times.add(Duration.ofNanos(System.nanoTime() - started));
			}
			assertThat(times).allMatch(time -> time.compareTo(Duration.ofMillis(500)) < 0);
		}
		finally {
			REDIS.resume();
		}
		await().until(() -> meter("jangteo.gateway.limits.shared") == 1);
	}

	private static HttpResponse<String> firstRefused(java.util.function.Supplier<HttpResponse<String>> call, int most) {
		for (var i = 0; i < most; i++) {
			var answer = call.get();
			if (answer.statusCode() == 429) {
				assertThat(i).as("calls before the refusal").isGreaterThanOrEqualTo(15);
				return answer;
			}
		}
		throw new AssertionError("Never refused.");
	}

}
