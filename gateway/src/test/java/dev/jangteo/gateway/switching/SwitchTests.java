package dev.jangteo.gateway.switching;

import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.jangteo.gateway.GatewayContext;
import dev.jangteo.gateway.SecondGateway;

import static dev.jangteo.gateway.Platform.LEGACY;
import static dev.jangteo.gateway.Platform.REDIS;
import static dev.jangteo.gateway.Platform.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SwitchTests extends GatewayContext {

	private final int secondPort = SecondGateway.PORT;

	@AfterEach
	void removeRules() {
		for (var rule : json(send(ops(""))).get("items")) {
			send(ops("/" + rule.get("id").stringValue()).DELETE());
		}
		await().until(() -> json(send(ops(""))).get("items").isEmpty());
	}

	@Test
	void sendsAPathToAnotherOriginOnAllGatewaysWithinASecondAndBack() {

		var id = add("/api/v1/shops/**", "GET", 100);
		for (var at : new int[] { port, secondPort }) {
			await().atMost(Duration.ofSeconds(1)).until(() -> service(at, "/api/v1/shops/7").equals("legacy"));
			assertThat(service(at, "/api/v1/products")).isEqualTo("search");
		}

		send(ops("/" + id).DELETE());
		for (var at : new int[] { port, secondPort }) {
			await().atMost(Duration.ofSeconds(1)).until(() -> service(at, "/api/v1/shops/7").equals("search"));
		}
	}

	@Test
	void meansOnlyTheMethodsItNames() {
		add("/api/v1/orders/**", "POST", 100);
		await().until(() -> json(send(post(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders"), "{}"))).get("service")
			.stringValue()
			.equals("legacy"));
		assertThat(json(send(asShopper("/api/v1/orders"))).get("service").stringValue()).isEqualTo("order");
	}

	@Test
	void sendsAShareOfTheMembersAndEachAlwaysTheSameWay() {

		var id = add("/api/v1/orders/**", "GET", 30);
		await().untilAsserted(() -> assertThat(json(send(ops(""))).get("items")).hasSize(1));

		var sides = new HashMap<UUID, String>();
		for (var i = 0; i < 300; i++) {
			var who = UUID.randomUUID();
			sides.put(who, serviceFor(port, who));
		}
		assertThat(sides.values().stream().filter("legacy"::equals).count()).isBetween(55L, 130L);

		// Every gateway sends a member the same way, and a larger share takes nobody
		// back.
		sides.entrySet()
			.stream()
			.limit(40)
			.forEach(it -> assertThat(serviceFor(secondPort, it.getKey())).isEqualTo(it.getValue()));
		assertThat(send(put("/" + id, "/api/v1/orders/**", "GET", 60)).statusCode()).isEqualTo(200);
		await().until(() -> json(send(ops(""))).at("/items/0/percent").asInt() == 60);
		sides.entrySet()
			.stream()
			.filter(it -> it.getValue().equals("legacy"))
			.limit(30)
			.forEach(it -> assertThat(serviceFor(port, it.getKey())).isEqualTo("legacy"));
	}

	@Test
	void reachesPathsThatOnlyTheOldSystemHas() {
		assertThat(send(request("/old/page.html")).statusCode()).isEqualTo(404);
		add("/old/**", "", 100);
		await().until(() -> send(request("/old/page.html?x=1")).statusCode() == 200);
		assertThat(LEGACY.last().uri()).isEqualTo("/old/page.html?x=1");
	}

	@Test
	void neverOpensWhatIsInsideNorSwitchesItselfAway() {
		add("/**", "", 100);
		await().until(() -> service(port, "/api/v1/shops").equals("legacy"));
		assertThat(send(request("/internal/shops")).statusCode()).isEqualTo(404);
		assertThat(send(request("/actuator/env")).statusCode()).isEqualTo(404);
		assertThat(json(send(ops(""))).get("items")).hasSize(1);
		assertThat(send(request("/")).body()).contains("jangteo");
	}

	@Test
	void writesDownWhoChangedWhatAndWhen() {
		var id = add("/api/v1/deals/**", "", 5);
		send(put("/" + id, "/api/v1/deals/**", "", 50));
		send(ops("/" + id).DELETE());

		var page = json(send(ops("/history?limit=2")));
		assertThat(page.at("/items/0/action").stringValue()).isEqualTo("REMOVED");
		assertThat(page.at("/items/1/action").stringValue()).isEqualTo("CHANGED");
		assertThat(page.at("/items/1/before/percent").asInt()).isEqualTo(5);
		assertThat(page.at("/items/1/after/percent").asInt()).isEqualTo(50);
		assertThat(page.at("/items/0/by").stringValue()).hasSize(36);
		assertThat(page.at("/items/0/at").stringValue()).contains("T");

		var next = json(send(ops("/history?limit=1&cursor=" + page.get("nextCursor").stringValue())));
		assertThat(next.at("/items/0/action").stringValue()).isEqualTo("ADDED");
	}

	@Test
	void keepsTheKnownRulesWhileRedisIsAway() {
		add("/api/v1/shops/**", "GET", 100);
		await().until(() -> service(port, "/api/v1/shops").equals("legacy"));
		REDIS.kill();
		try {
			assertThat(service(port, "/api/v1/shops")).isEqualTo("legacy");
			assertThat(json(send(ops(""))).get("items")).hasSize(1);
			var refused = send(post(ops(""), form("/api/v1/x/**", "", 1)));
			assertThat(refused.statusCode()).isEqualTo(503);
			assertThat(problem(refused)).isEqualTo("switch-not-changeable");
			assertThat(service(port, "/api/v1/shops")).isEqualTo("legacy");
		}
		finally {
			REDIS.start();
		}
		await().atMost(Duration.ofSeconds(10)).until(() -> meter("jangteo.gateway.limits.shared") == 1);
		await().atMost(Duration.ofSeconds(10)).until(() -> send(ops("/history")).statusCode() == 200);
	}

	@Test
	void isForOperatorsOnly() {
		assertThat(send(request("/api/v1/ops/routes")).statusCode()).isEqualTo(401);
		assertThat(send(asShopper("/api/v1/ops/routes")).statusCode()).isEqualTo(403);
		assertThat(send(post(asShopper("/api/v1/ops/routes"), form("/api/v1/shops", "", 1))).statusCode())
			.isEqualTo(403);
		assertThat(send(asShopper("/api/v1/ops/routes/history")).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "path | {\"target\":\"@\",\"percent\":1}",
					"path | {\"path\":\"no-slash\",\"target\":\"@\",\"percent\":1}",
					"path | {\"path\":\"/{broken\",\"target\":\"@\",\"percent\":1}",
					"path | {\"path\":\"/a\",\"methods\":[\"STEAL\"],\"target\":\"@\",\"percent\":1}",
					"target | {\"path\":\"/a\",\"target\":\"http://169.254.169.254\",\"percent\":1}",
					"target | {\"path\":\"/a\",\"target\":\"file:///etc\",\"percent\":1}",
					"target | {\"path\":\"/a\",\"target\":\"@/path\",\"percent\":1}",
					"percent | {\"path\":\"/a\",\"target\":\"@\",\"percent\":101}",
					"percent | {\"path\":\"/a\",\"target\":\"@\",\"percent\":1.005}",
					"percent | {\"path\":\"/a\",\"target\":\"@\",\"percent\":-1}" })
	void refusesRulesThatAreNone(String field, String body) {
		var answer = send(post(ops(""), body.replace("@", LEGACY.url())));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(json(answer).at("/errors/0/field").stringValue()).isEqualTo(field);
	}

	@Test
	void refusesNonsensePlainly() {
		for (var body : new String[] { "{", "[]", "\"x\"", "{\"percent\":\"much\"}", "" }) {
			var answer = send(post(ops(""), body));
			assertThat(answer.statusCode()).as(body).isEqualTo(400);
			assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jackson");
		}
		assertThat(send(ops("/nonsense").DELETE()).statusCode()).isEqualTo(400);
		assertThat(send(ops("/" + UUID.randomUUID()).DELETE()).statusCode()).isEqualTo(404);
		assertThat(send(ops("/history?limit=0")).statusCode()).isEqualTo(400);
		assertThat(send(ops("/history?cursor=x")).statusCode()).isEqualTo(400);
	}

	@Test
	void believesForwardedAddressesOfTrustedProxiesOnly() {
		send(request(secondPort, "/api/v1/shops/7"));
		assertThat(dev.jangteo.gateway.Platform.SEARCH.last().headers()).containsEntry("X-Forwarded-For", "127.0.0.1");
		send(request(port, "/api/v1/shops/7"));
		assertThat(dev.jangteo.gateway.Platform.SEARCH.last().headers()).containsEntry("X-Forwarded-For", address);
	}

	private java.net.http.HttpRequest.Builder ops(String path) {
		return as(UUID.randomUUID(), "OPERATOR", "/api/v1/ops/routes" + path);
	}

	private java.net.http.HttpRequest.Builder put(String path, String pattern, String method, int percent) {
		return ops(path).header("Content-Type", "application/json")
			.PUT(java.net.http.HttpRequest.BodyPublishers.ofString(form(pattern, method, percent)));
	}

	private String add(String pattern, String method, int percent) {
		var answer = send(post(ops(""), form(pattern, method, percent)));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		assertThat(answer.headers().firstValue("Location")).isPresent();
		return json(answer).get("id").stringValue();
	}

	private static String form(String pattern, String method, int percent) {
		return "{\"path\":\"%s\",\"methods\":[%s],\"target\":\"%s\",\"percent\":%d,\"note\":\"test\"}"
			.formatted(pattern, method.isEmpty() ? "" : "\"" + method + "\"", LEGACY.url(), percent);
	}

	private String service(int at, String path) {
		return json(send(request(at, path))).get("service").stringValue();
	}

	private String serviceFor(int at, UUID who) {
		return json(
				send(request(at, "/api/v1/orders").header("Authorization", "Bearer " + SIGNER.token(who, "SHOPPER"))))
			.get("service")
			.stringValue();
	}

}
