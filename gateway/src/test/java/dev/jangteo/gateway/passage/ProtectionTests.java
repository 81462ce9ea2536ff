package dev.jangteo.gateway.passage;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.jangteo.gateway.GatewayContext;

import static dev.jangteo.gateway.Platform.ORDER;
import static dev.jangteo.gateway.Platform.REVIEW;
import static dev.jangteo.gateway.Platform.SEARCH;
import static dev.jangteo.gateway.Platform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProtectionTests extends GatewayContext {

	@Test
	void opensOnlyTheRouteOfASilentBackend() {

		SHOP.silent(true);
		try {
			var first = send(asShopper("/api/v1/owner/shops"));
			assertThat(first.statusCode()).isEqualTo(504);
			assertThat(problem(first)).isEqualTo("answer-too-late");
			assertThat(first.headers().firstValue("Retry-After")).isPresent();

			var hanging = IntStream.range(0, 30)
				.mapToObj(_ -> HTTP.sendAsync(as(UUID.randomUUID(), "OWNER", "/api/v1/owner/shops").build(),
						BodyHandlers.ofString()))
				.toList();
			var started = System.nanoTime();
			for (var i = 0; i < 20; i++) {
				assertThat(send(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders")).statusCode()).isEqualTo(200);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
			hanging.forEach(CompletableFuture::join);

			var refused = send(asShopper("/api/v1/owner/shops"));
			assertThat(refused.statusCode()).isEqualTo(503);
			assertThat(problem(refused)).isEqualTo("service-unreachable");
			assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		}
		finally {
			SHOP.silent(false);
		}

		// The other route to the same service was never closed, and the closed one opens
		// again.
		assertThat(send(post(asShopper("/api/v1/owner/shops/7/catalog-imports"), "x")).statusCode()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> send(as(UUID.randomUUID(), "OWNER", "/api/v1/owner/shops")).statusCode() == 200);
	}

	@Test
	void answersForADeadBackend() {
		var answer = send(as(UUID.randomUUID(), "OWNER", "/api/v1/owner/campaigns"));
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(problem(answer)).isEqualTo("service-unreachable");
		assertThat(answer.body()).doesNotContain("Exception").doesNotContain("127.0.0.1:");
	}

	@Test
	void findsABackendAgainThatWasRestarted() {
		assertThat(send(asShopper("/api/v1/shops")).statusCode()).isEqualTo(200);
		SEARCH.stop();
		assertThat(send(asShopper("/api/v1/shops")).statusCode()).isEqualTo(503);
		SEARCH.start();
		await().atMost(Duration.ofSeconds(10)).until(() -> send(request("/api/v1/shops")).statusCode() == 200);
	}

	@Test
	void repeatsAReadWhoseConnectionBrokeButNothingElse() {
		ORDER.cuts(true);
		assertThat(send(asShopper("/api/v1/orders")).statusCode()).isEqualTo(200);
		ORDER.cuts(true);
		var calls = ORDER.calls();
		assertThat(send(post(asShopper("/api/v1/orders"), "{}")).statusCode()).isEqualTo(503);
		assertThat(ORDER.calls()).isEqualTo(calls + 1);
	}

	@Test
	void blamesACallerWhoseBodyStopsComing() {
		var token = dev.jangteo.gateway.Platform.SIGNER.token(member, "OWNER");
		for (var i = 0; i < 12; i++) {
			assertThat(raw(port,
					"POST /api/v1/owner/shops HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
							+ token + "\r\nContent-Length: 10\r\n\r\nab"))
				.startsWith("HTTP/1.1 408")
				.contains("request-too-slow");
		}
		assertThat(send(asShopper("/api/v1/owner/shops")).statusCode()).isEqualTo(200);
	}

	@Test
	void takesOnlySoManyAtOnce() {
		var slow = IntStream.range(0, 12)
			.mapToObj(_ -> HTTP.sendAsync(as(UUID.randomUUID(), "SHOPPER", "/api/v1/reviews?delay=2000").build(),
					BodyHandlers.ofString()))
			.toList();
		var answers = slow.stream().map(CompletableFuture::join).toList();
		assertThat(answers).filteredOn(it -> it.statusCode() == 200).hasSize(4);
		assertThat(answers).filteredOn(it -> it.statusCode() == 503)
			.hasSize(8)
			.allMatch(it -> problem(it).equals("route-busy") && it.headers().firstValue("Retry-After").isPresent());
		assertThat(REVIEW.calls()).isPositive();
	}

	@Test
	void neverTripsAtSixtyFourConnections() {
		var answers = new ArrayList<CompletableFuture<Integer>>();
		for (var i = 0; i < 64; i++) {
			answers.add(chain(40));
		}
		assertThat(answers.stream().map(CompletableFuture::join)).allMatch(status -> status == 200);
	}

	/** One connection's worth of requests, one after the other; the worst status. */
	private CompletableFuture<Integer> chain(int left) {
		return HTTP.sendAsync(request("/api/v1/products").build(), BodyHandlers.ofString())
			.thenCompose(answer -> (answer.statusCode() != 200 || left == 1)
					? CompletableFuture.completedFuture(answer.statusCode()) : chain(left - 1));
	}

	@Test
	void countsNoAnswerAsAFault() {
		for (var i = 0; i < 30; i++) {
			assertThat(send(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders?status=503")).statusCode()).isEqualTo(503);
		}
		assertThat(send(asShopper("/api/v1/orders")).statusCode()).isEqualTo(200);
	}

	@Test
	void passesEventsOnAtOnceAndLetsStreamsLive() throws IOException, InterruptedException {
		var started = System.nanoTime();
		HttpResponse<java.io.InputStream> stream = HTTP
			.send(as(member, "OWNER", "/api/v1/owner/orders/stream?events=9").build(), BodyHandlers.ofInputStream());
		assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
		try (var body = stream.body()) {
			var first = new String(body.readNBytes(9));
			assertThat(first).isEqualTo("data: 0\n\n");
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(1000));
			// Longer than the idle limit of one second, as there is always something to
			// say.
			assertThat(new String(body.readNBytes(9 * 8))).endsWith("data: 8\n\n");
			// Then nothing more comes, and the idle limit ends it.
			assertThat(readToEnd(body)).isTrue();
		}
		assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofMillis(2000),
				Duration.ofSeconds(6));
	}

	private static boolean readToEnd(java.io.InputStream body) {
		try {
			return body.readAllBytes().length == 0;
		}
		catch (IOException _) {
			return true;
		}
	}

}
