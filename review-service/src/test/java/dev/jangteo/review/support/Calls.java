package dev.jangteo.review.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A caller of the service.
 */
public record Calls(int port, @Nullable String token) {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public Reply get(String path) {
		return send("GET", path, null, Map.of());
	}

	public Reply post(String path, Object body) {
		return send("POST", path, body, Map.of());
	}

	public Reply post(String path, Object body, String key) {
		return send("POST", path, body, Map.of("Idempotency-Key", key));
	}

	public Reply put(String path) {
		return send("PUT", path, null, Map.of());
	}

	public Reply delete(String path) {
		return send("DELETE", path, null, Map.of());
	}

	public Reply patch(String path, Object body, String ifMatch) {
		return send("PATCH", path, body, Map.of("If-Match", ifMatch));
	}

	public Reply put(String path, Object body, String ifMatch) {
		return send("PUT", path, body, Map.of("If-Match", ifMatch));
	}

	public Reply delete(String path, String ifMatch) {
		return send("DELETE", path, null, Map.of("If-Match", ifMatch));
	}

	public Reply send(String method, String path, @Nullable Object body, Map<String, String> headers) {
		var request = request(path, headers);
		request.header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
		request.method(method, (body == null) ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
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

	private HttpRequest.Builder request(String path, Map<String, String> headers) {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
			.timeout(Duration.ofMinutes(2));
		headers.forEach((name, value) -> {
			if (!name.equals("Content-Type")) {
				request.header(name, value);
			}
		});
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request;
	}

	private static String text(Object body) {
		return (body instanceof String text) ? text : JSON.writeValueAsString(body);
	}

	/**
	 * What the service answered.
	 */
	public record Reply(HttpResponse<String> response) {

		public int status() {
			return response.statusCode();
		}

		public JsonNode body() {
			return JSON.readTree(response.body());
		}

		public String text() {
			return response.body();
		}

		public String etag() {
			return header("ETag");
		}

		public String header(String name) {
			return response.headers().firstValue(name).orElse("");
		}

		/** The text at a path of field names, e.g. {@code total.currency}. */
		public String at(String path) {
			return body().at("/" + path.replace('.', '/')).asString("");
		}

	}

}
