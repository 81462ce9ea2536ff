package dev.jangteo.gateway.passage;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;

import dev.jangteo.gateway.GatewayContext;

import static dev.jangteo.gateway.Platform.ORDER;
import static dev.jangteo.gateway.Platform.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

class HeadersTests extends GatewayContext {

	@Test
	void takesOverAWellFormedRequestIdAndMakesOneOtherwise() {

		var given = send(asShopper("/api/v1/orders").header("X-Request-Id", "abc-1.2_3"));
		assertThat(given.headers().allValues("X-Request-Id")).containsExactly("abc-1.2_3");
		assertThat(ORDER.last().headers()).containsEntry("X-Request-Id", "abc-1.2_3");

		var crooked = send(asShopper("/api/v1/orders").header("X-Request-Id", "a b\"<script>"));
		assertThat(crooked.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
		assertThat(ORDER.last().headers().get("X-Request-Id"))
			.isEqualTo(crooked.headers().firstValue("X-Request-Id").orElseThrow());
	}

	@Test
	void carriesTheTraceOnOrBeginsOne() {

		var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
		send(asShopper("/api/v1/orders").header("traceparent", trace));
		assertThat(ORDER.last().headers()).containsEntry("traceparent", trace);

		send(asShopper("/api/v1/orders").header("traceparent", "00-zz"));
		assertThat(ORDER.last().headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
	}

	@Test
	void saysItselfWhatOnlyTheGatewayMaySay() {

		raw(port, """
				GET /api/v1/shops HTTP/1.1\r
				Host: shop.example\r
				Connection: close, X-Mine\r
				X-Mine: 1\r
				X-Forwarded-For: 198.51.100.7\r
				X-Forwarded-Host: evil.example\r
				X-Forwarded-Prefix: /evil\r
				Forwarded: for=1.2.3.4\r
				X-Real-IP: 1.2.3.4\r
				X-HTTP-Method-Override: DELETE\r
				\r
				""");

		var seen = SEARCH.last().headers();
		assertThat(seen).containsEntry("X-Forwarded-For", "198.51.100.7")
			.containsEntry("X-Forwarded-Host", "shop.example")
			.containsEntry("X-Forwarded-Proto", "http")
			.doesNotContainKeys("X-Forwarded-Prefix", "Forwarded", "X-Real-IP", "X-HTTP-Method-Override", "X-Mine");
	}

	@Test
	void answersWithSecurityHeadersAndWithoutTheBackendsName() {
		for (var path : new String[] { "/api/v1/shops", "/api/v1/nothing", "/" }) {
			var headers = send(request(path)).headers();
			assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
			assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
			assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
			assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
		}
	}

	@Test
	void letsOnlyTheConfiguredPagesCall() {

		var preflight = send(request("/api/v1/orders").method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", "https://shop.example")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "Idempotency-Key"));
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");

		var foreign = send(request("/api/v1/orders").method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", "https://evil.example")
			.header("Access-Control-Request-Method", "POST"));
		assertThat(problem(foreign)).isEqualTo("forbidden");

		var call = send(request("/api/v1/shops").header("Origin", "https://shop.example"));
		assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");
		assertThat(send(request("/api/v1/shops").header("Origin", "https://evil.example")).statusCode()).isEqualTo(403);
	}

	@Test
	void refusesOversizedHeadersAndLinesPlainly() {
		assertThat(raw(port, "GET /api/v1/shops HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(17_000) + "\r\n\r\n"))
			.startsWith("HTTP/1.1 431")
			.contains("application/problem+json")
			.contains("problems/headers-too-large");
		assertThat(raw(port, "GET /api/v1/shops?q=" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
			.startsWith("HTTP/1.1 414")
			.contains("application/problem+json");
		assertThat(raw(port, "NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").contains("application/problem+json");
		assertThat(raw(port, "GET /api/v1/shops?q=a|b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400");
	}

	@Test
	void refusesBodiesBeyondTheRoutesLimit() {

		var calls = ORDER.calls();
		var declared = send(post(asShopper("/api/v1/orders"), "x".repeat(1_048_577)));
		assertThat(declared.statusCode()).isEqualTo(413);
		assertThat(problem(declared)).isEqualTo("body-too-large");
		assertThat(ORDER.calls()).isEqualTo(calls);

		var streamed = send(asShopper("/api/v1/orders")
			.POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[2_000_000]))));
		assertThat(streamed.statusCode()).isEqualTo(413);

		assertThat(send(post(asShopper("/api/v1/orders"), "x".repeat(1_048_576))).statusCode()).isEqualTo(200);
	}

	@Test
	void streamsLargeImports() {
		var sent = 50_000_000;
		var answer = send(asShopper("/api/v1/owner/shops/7/catalog-imports")
			.POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[sent]))));
		assertThat(json(answer).get("body").asLong()).isEqualTo(sent);
	}

}
