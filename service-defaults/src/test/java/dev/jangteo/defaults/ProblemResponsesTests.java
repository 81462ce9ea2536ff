package dev.jangteo.defaults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ProblemResponsesTests extends ServiceTests {

	private static final String VALID = """
			{"name":"ssamjang","count":2,"color":"RED","price":{"amount":18000,"currency":"KRW"},
			"shopId":"0198c0de-0000-7000-8000-000000000001","at":"2026-11-21T03:04:05Z","lines":[{"quantity":1,"weight":0.5}]}""";

	@Test
	void aValidBodyComesBackUnchanged() {
		var reply = this.shopper.post("/api/v1/things", VALID);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body().path("price").toString()).isEqualTo("{\"amount\":18000,\"currency\":\"KRW\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"color":"RED"            | "color":"BLUE"              | color
			"color":"RED"            | "color":1                   | color
			"color":"RED"            | "color":""                  | color
			"name":"ssamjang"        | "name":5                    | name
			"name":"ssamjang"        | "name":true                 | name
			"name":"ssamjang"        | "name":null                 | name
			"name":"ssamjang"        | "name":"  "                 | name
			"name":"ssamjang"        | "name":"a\\u0000b"          | name
			"name":"ssamjang"        | "name":"a\\u001bb"          | name
			"name":"ssamjang"        | "name":"a\\nb"              | name
			"name":"ssamjang"        | "name":"a\\ud800b"          | name
			"name":"ssamjang"        | "name":"aaaaaaaaaaaaaaaaaaaaaaaaaa" | name
			"name":"ssamjang"        | "name":["x"]                | name
			"count":2                | "count":"2"                 | count
			"count":2                | "count":2.5                 | count
			"count":2                | "count":-1                  | count
			"count":2                | "count":99999999999999      | count
			"count":2                | "count":null                | count
			"count":2                | "count":1e400               | count
			"amount":18000           | "amount":18000.5            | price
			"amount":18000           | "amount":"18000"            | price.amount
			"amount":18000           | "amount":1e999999999        | price
			"amount":18000           | "amount":null               | price
			"amount":18000           | "amount":9999999999999999999999 | price
			"currency":"KRW"         | "currency":"XXXX"           | price.currency
			"0198c0de-0000-7000-8000-000000000001" | "1-1-1-1-1" | shopId
			"2026-11-21T03:04:05Z"   | "yesterday"                 | at
			"quantity":1             | "quantity":0                | lines[0].quantity
			"weight":0.5             | "weight":"heavy"            | lines[0].weight
			"lines":[                | "lines":7,"x":[             | lines
			""")
	void aBadFieldIsNamed(String good, String bad, String field) {
		var reply = this.shopper.post("/api/v1/things", VALID.replace(good, bad));
		assertThat(reply.problem()).isEqualTo("400 invalid-request " + field);
		assertThat(reply.body().path("instance").asString()).isEqualTo("/api/v1/things");
		assertThat(reply.body().path("errors").path(0).path("message").asString()).isNotBlank();
	}

	@Test
	void anUnknownConstantIsAnsweredWithTheKnownOnes() {
		var reply = this.shopper.post("/api/v1/things", VALID.replace("RED", "BLUE"));
		assertThat(reply.body().path("errors").path(0).path("message").asString())
			.isEqualTo("must be one of RED, GREEN");
	}

	@Test
	void severalBadFieldsAreAllNamed() {
		var reply = this.shopper.post("/api/v1/things", VALID.replace(":2,", ":0,").replace("ssamjang", ""));
		assertThat(reply.body().path("errors").findValuesAsString("field")).containsExactly("count", "name");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"name":
			not json
			[]
			``
			""")
	void aMalformedBodyIsRefused(String body) {
		assertThat(this.shopper.post("/api/v1/things", body).problem()).isEqualTo("400 invalid-request body");
	}

	@Test
	void whatFollowsTheBodyIsRefused() {
		assertThat(this.shopper.post("/api/v1/things", VALID + " trailing").problem())
			.isEqualTo("400 invalid-request body");
	}

	@Test
	void deepNestingIsRefused() {
		var deep = "[".repeat(5000) + "]".repeat(5000);
		assertThat(this.shopper.post("/api/v1/things", "{\"x\":" + deep + "}").status()).isEqualTo(400);
	}

	@Test
	void brokenUtf8IsRefused() {
		var bytes = "{\"name\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(this.shopper.post("/api/v1/things", BodyPublishers.ofByteArray(bytes)).status()).isEqualTo(400);
	}

	@Test
	void aBodyOfTenMegabytesIsRefusedByItsLength() {
		var reply = this.shopper.post("/api/v1/things", "{\"name\":\"" + "a".repeat(1_100_000) + "\"}");
		assertThat(reply.problem()).isEqualTo("413 content-too-large");
	}

	@Test
	void aBodyOfUndeclaredLengthIsRefusedOnceTooLong() {
		var large = ("{\"name\":\"" + "a".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
		var reply = this.shopper.post("/api/v1/things",
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
		assertThat(reply.status()).isIn(400, 413);
		var whole = ("[" + "\"aaaaaaaaaaaaaaaaaaaa\",".repeat(60_000) + "\"\"]").getBytes(StandardCharsets.UTF_8);
		assertThat(
				this.shopper.post("/api/v1/things", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(whole)))
					.status())
			.isIn(400, 413);
	}

	@Test
	void aStreamOfUndeclaredLengthIsRefusedOnceTooLong() {
		var large = new byte[1_100_000];
		assertThat(this.shopper
			.post("/api/v1/streams", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
			.problem()).isEqualTo("413 content-too-large");
	}

	@Test
	void aRouteMayTakeMore() {
		var large = "[" + "\"aaaaaaaaaaaaaaaaaaaa\",".repeat(60_000) + "\"\"]";
		assertThat(this.shopper.post("/api/v1/large-things", large).body().path("length").asInt()).isEqualTo(1_200_000);
		var larger = ("[" + "\"aaaaaaaaaaaaaaaaaaaa\",".repeat(160_000) + "\"\"]").getBytes(StandardCharsets.UTF_8);
		assertThat(this.shopper
			.post("/api/v1/large-things", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(larger)))
			.problem()).isEqualTo("413 content-too-large");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/v1/things/1-1-1-1-1                                          | 400 invalid-request id
			/api/v1/things/nonsense                                           | 400 invalid-request id
			/api/v1/things/0198c0de-0000-7000-8000-000000000001?color=BLUE    | 400 invalid-request color
			/api/v1/things                                                    | 400 invalid-request limit
			/api/v1/things?limit=0                                            | 400 invalid-request limit
			/api/v1/things?limit=many                                         | 400 invalid-request limit
			/api/v1/things?limit=5%00                                         | 400 invalid-request limit
			/api/v1/nowhere                                                   | 404 not-found
			/nowhere                                                          | 404 not-found
			/api/v1/large-things                                              | 405 method-not-allowed
			/api/v1/things//x                                                 | 400 invalid-request path
			""")
	void aBadAddressIsAProblem(String path, String problem) {
		assertThat(this.shopper.get(path).problem()).isEqualTo(problem);
	}

	@Test
	void aWrongMediaTypeIsAProblem() {
		var reply = this.shopper.post("/api/v1/things", "name=x", "Content-Type", "text/plain");
		assertThat(reply.problem()).isEqualTo("415 unsupported-media-type");
		assertThat(this.shopper.get("/api/v1/things?limit=1", "Accept", "image/png").problem())
			.isEqualTo("406 not-acceptable");
	}

	@Test
	void preconditionsAreChecked() {
		var path = "/api/v1/things/" + UUID.randomUUID();
		assertThat(this.shopper.delete(path).problem()).isEqualTo("428 precondition-required");
		assertThat(this.shopper.delete(path, "If-Match", "7").problem()).isEqualTo("400 invalid-request If-Match");
		assertThat(this.shopper.delete(path, "If-Match", "\"6\"").problem()).isEqualTo("412 stale");
		assertThat(this.shopper.delete(path, "If-Match", "\"7\"").status()).isEqualTo(200);
	}

	@Test
	void whatIsOursSaysNothingAndIsLoggedWithoutPersonalData(CapturedOutput output) {
		var reply = this.anyone.get("/api/v1/fails/badly", "X-Request-Id", "the-request-of-the-test");
		assertThat(reply.problem()).isEqualTo("500 internal-error");
		assertThat(reply.text()).doesNotContain("hunter2", "Exception", "dev.jangteo.defaults");
		var line = output.getOut()
			.lines()
			.filter((each) -> each.contains("A request failed"))
			.findFirst()
			.orElseThrow();
		assertThat(line).startsWith("{")
			.contains("\"traceId\":", "the-request-of-the-test")
			.contains("IllegalStateException")
			.doesNotContain("kim@example.com");
	}

	@Test
	void aProblemCarriesWhatItsThrowerSays() {
		var busy = this.anyone.get("/api/v1/fails/busy");
		assertThat(busy.problem()).isEqualTo("503 busy");
		assertThat(busy.header("Retry-After")).isEqualTo("2");
		var rule = this.anyone.get("/api/v1/fails/rule");
		assertThat(rule.problem()).isEqualTo("422 rule-broken");
		assertThat(rule.body().path("reason").asString()).isEqualTo("PRICE_CHANGED");
		assertThat(rule.body().path("newTotal").path("amount").asInt()).isEqualTo(18000);
	}

	@Test
	void whoWaitsForAStreamGetsAProblemAsWell() {
		assertThat(this.anyone.get("/api/v1/fails/rule", "Accept", "text/event-stream").problem())
			.isEqualTo("422 rule-broken");
		assertThat(this.anyone.get("/api/v1/ops/things", "Accept", "text/event-stream").problem())
			.isEqualTo("401 unauthenticated");
	}

	@Test
	void whatTomcatRefusesItselfIsAProblemToo() throws IOException {
		assertThat(this.anyone.raw("GET /api/v1/open?x=<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400")
			.contains("application/problem+json", "invalid-request")
			.doesNotContain("<html", "Tomcat");
		assertThat(this.anyone.raw("GET /api/v1/%2e%2e%2f%5c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 400")
			.contains("application/problem+json")
			.doesNotContain("<html");
		assertThat(this.anyone.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 4")
			.contains("application/problem+json")
			.doesNotContain("<html");
		assertThat(this.anyone.raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("<html");
	}

	@Test
	void theRequestIdIsTakenOrMadeAndReturned() {
		assertThat(this.anyone.get("/api/v1/open", "X-Request-Id", "request-0001").header("X-Request-Id"))
			.isEqualTo("request-0001");
		assertThat(this.anyone.get("/api/v1/open", "X-Request-Id", "a b\tc{}").header("X-Request-Id")).hasSize(36);
		assertThat(this.anyone.get("/api/v1/open").header("X-Request-Id")).hasSize(36);
	}

}
