package dev.jangteo.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service as any client would.
 */
record Calls(int port, @Nullable String token) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	Calls as(@Nullable String other) {
		return new Calls(this.port, other);
	}

	Reply get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	Reply delete(String path, String... headers) {
		return send("DELETE", path, BodyPublishers.noBody(), headers);
	}

	Reply post(String path, String json, String... headers) {
		return post(path, BodyPublishers.ofString(json), headers);
	}

	Reply put(String path, String json, String... headers) {
		return send("PUT", path, BodyPublishers.ofString(json), headers);
	}

	Reply patch(String path, String json, String... headers) {
		return send("PATCH", path, BodyPublishers.ofString(json), headers);
	}

	Reply post(String path, BodyPublisher body, String... headers) {
		return send("POST", path, body, headers);
	}

	Reply send(String method, String path, BodyPublisher body, String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).method(method, body);
		if (headers.length == 0 || !"Content-Type".equals(headers[0])) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
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

	record Reply(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String text() {
			return this.response.body();
		}

		JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		@Nullable String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		/** Kind of the problem, with its bad field if there is one. */
		String problem() {
			if (!"application/problem+json".equals(header("Content-Type"))) {
				return "no problem: " + header("Content-Type");
			}
			var kind = json().path("type").asString().replace("https://jangteo.dev/problems/", "");
			var errors = json().path("errors");
			return status() + " " + kind + (errors.isEmpty() ? "" : " " + errors.path(0).path("field").asString());
		}

	}

}
