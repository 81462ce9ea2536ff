package dev.jangteo.member;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.servers.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Member-service running, once for all tests, and the ways to talk to it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class MemberServiceTests {

	public static final String OPERATOR = "operator@jangteo.test";

	public static final String PASSWORD = "a password of twelve or more";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	@LocalServerPort
	private int port;

	@Autowired
	protected JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		var database = TestServers.postgres("member_service");
		settings.add("spring.datasource.url", database::url);
		settings.add("spring.datasource.username", database::username);
		settings.add("spring.datasource.password", database::password);
		settings.add("spring.kafka.bootstrap-servers", TestServers::kafka);
		settings.add("jangteo.security.service-secret", () -> "a service secret for the tests of members");
		settings.add("jangteo.member.keys.secret", () -> "a secret for the tests that seals the keys");
		settings.add("jangteo.member.keys.activation", () -> "1s");
		settings.add("jangteo.member.keys.poll", () -> "200ms");
		settings.add("jangteo.member.hashing.strength", () -> "6");
		settings.add("jangteo.member.guessing.free-per-address", () -> "12");
		settings.add("jangteo.clients.order.url", () -> "http://127.0.0.1:1");
		settings.add("jangteo.events.consumer.enabled", () -> "false");
		settings.add("jangteo.operator.email", () -> OPERATOR);
		settings.add("jangteo.operator.password", () -> PASSWORD);
	}

	/** Somebody new, logged in. */
	protected Somebody somebody(String role) {
		var email = UUID.randomUUID() + "@jangteo.test";
		var registered = post("/api/v1/members",
				Map.of("email", email, "password", PASSWORD, "role", role, "name", "Kim"), null);
		if (registered.status() != 201) {
			throw new IllegalStateException(registered.text());
		}
		return logIn(email);
	}

	protected Somebody logIn(String email) {
		var tokens = post("/api/v1/tokens", Map.of("email", email, "password", PASSWORD), null);
		if (tokens.status() != 200) {
			throw new IllegalStateException(tokens.text());
		}
		return new Somebody(UUID.fromString(tokens.json().path("memberId").asString()), email,
				tokens.json().path("accessToken").asString(), tokens.json().path("refreshToken").asString());
	}

	protected Reply get(String path, String token, String... headers) {
		return send("GET", path, null, token, headers);
	}

	protected Reply post(String path, Object body, String token, String... headers) {
		return send("POST", path, body, token, headers);
	}

	protected Reply send(String method, String path, Object body, String token, String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? BodyPublishers.ofString(JSON.writeValueAsString(body)) : BodyPublishers.noBody());
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public record Somebody(UUID id, String email, String accessToken, String refreshToken) {

	}

	public record Reply(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String text() {
			return this.response.body();
		}

		public JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		/** Status and kind of a problem, with its bad field if there is one. */
		public String problem() {
			var kind = json().path("type").asString("none").replace("https://jangteo.dev/problems/", "");
			var errors = json().path("errors");
			return status() + " " + kind + (errors.isEmpty() ? "" : " " + errors.path(0).path("field").asString());
		}

	}

}
