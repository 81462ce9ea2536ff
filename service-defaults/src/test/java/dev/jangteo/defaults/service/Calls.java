package dev.jangteo.defaults.service;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service as any client would.
 */
public record Calls(int port, @Nullable String token) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	public Calls as(@Nullable String other) {
		return new Calls(this.port, other);
	}

	public Reply get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	public Reply delete(String path, String... headers) {
		return send("DELETE", path, BodyPublishers.noBody(), headers);
	}

	public Reply post(String path, String json, String... headers) {
		return post(path, BodyPublishers.ofString(json), headers);
	}

	public Reply post(String path, BodyPublisher body, String... headers) {
		return send("POST", path, body, headers);
	}

	public Reply send(String method, String path, BodyPublisher body, String... headers) {
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

	/** Sends bytes no HTTP client would send, and reads until the server closes. */
	public String raw(String request) throws IOException {
		try (var socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
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

		public @Nullable String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		/** Kind of the problem, with its bad field if there is one. */
		public String problem() {
			if (!"application/problem+json".equals(header("Content-Type"))) {
				return "no problem: " + header("Content-Type");
			}
			var kind = json().path("type").asString().replace("https://jangteo.dev/problems/", "");
			var errors = json().path("errors");
			return status() + " " + kind + (errors.isEmpty() ? "" : " " + errors.path(0).path("field").asString());
		}

	}

}
