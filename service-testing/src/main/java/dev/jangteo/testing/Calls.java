package dev.jangteo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a service on this machine as any client would. A body is sent as it is when it is
 * a text or a publisher, and as JSON otherwise; headers are names and values in turn.
 *
 * @param token null for nobody
 */
public record Calls(int port, @Nullable String token) {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The same service, called by another. */
	public Calls as(@Nullable String other) {
		return new Calls(port, other);
	}

	public Reply get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public Reply post(String path, Object body) {
		return send("POST", path, body);
	}

	public Reply post(String path, Object body, String idempotencyKey) {
		return send("POST", path, body, "Idempotency-Key", idempotencyKey);
	}

	public Reply post(String path, Object body, String header, String value, String... more) {
		return send("POST", path, body, headers(header, value, more));
	}

	public Reply put(String path) {
		return send("PUT", path, null);
	}

	public Reply put(String path, Object body) {
		return send("PUT", path, body);
	}

	public Reply put(String path, Object body, String ifMatch) {
		return send("PUT", path, body, "If-Match", ifMatch);
	}

	public Reply put(String path, Object body, String header, String value, String... more) {
		return send("PUT", path, body, headers(header, value, more));
	}

	public Reply patch(String path, Object body) {
		return send("PATCH", path, body);
	}

	public Reply patch(String path, Object body, String ifMatch) {
		return send("PATCH", path, body, "If-Match", ifMatch);
	}

	public Reply patch(String path, Object body, String header, String value, String... more) {
		return send("PATCH", path, body, headers(header, value, more));
	}

	public Reply delete(String path) {
		return send("DELETE", path, null);
	}

	public Reply delete(String path, String ifMatch) {
		return send("DELETE", path, null, "If-Match", ifMatch);
	}

	public Reply delete(String path, String header, String value, String... more) {
		return send("DELETE", path, null, headers(header, value, more));
	}

	public Reply send(String method, String path, @Nullable Object body, String... headers) {
		return new Reply(response(method, path, body, BodyHandlers.ofString(), headers));
	}

	/** Opens a stream, which the caller closes. */
	public HttpResponse<InputStream> open(String path, String... headers) {
		return response("GET", path, null, BodyHandlers.ofInputStream(), headers);
	}

	/** An answer of bytes. */
	public HttpResponse<byte[]> bytes(String path, String... headers) {
		return response("GET", path, null, BodyHandlers.ofByteArray(), headers);
	}

	/**
	 * Sends what no HTTP client would send, and reads until the service closes.
	 * @throws IOException when it does not close within 5 seconds
	 */
	public String raw(String request) throws IOException {
		try (var socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private <T> HttpResponse<T> response(String method, String path, @Nullable Object body, BodyHandler<T> handler,
			String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
			.timeout(Duration.ofMinutes(2))
			.method(method, publisher(body));
		if (Arrays.stream(headers).noneMatch("Content-Type"::equalsIgnoreCase)) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		try {
			return CLIENT.send(request.build(), handler);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static BodyPublisher publisher(@Nullable Object body) {
		return switch (body) {
			case null -> BodyPublishers.noBody();
			case BodyPublisher publisher -> publisher;
			case String text -> BodyPublishers.ofString(text);
			default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
		};
	}

	private static String[] headers(String header, String value, String... more) {
		var headers = Arrays.copyOf(new String[] { header, value }, 2 + more.length);
		System.arraycopy(more, 0, headers, 2, more.length);
		return headers;
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

		/** Value of the header, empty when there is none. */
		public String header(String name) {
			return response.headers().firstValue(name).orElse("");
		}

		public String etag() {
			return header("ETag");
		}

		/** The text at a path of field names, e.g. {@code total.currency}. */
		public String at(String path) {
			return body().at("/" + path.replace('.', '/')).asString("");
		}

		/** Status and kind of the problem, with its bad field if there is one. */
		public String problem() {
			if (!"application/problem+json".equals(header("Content-Type"))) {
				return "no problem: " + header("Content-Type");
			}
			var kind = body().path("type").asString().replace("https://jangteo.dev/problems/", "");
			var errors = body().path("errors");
			return status() + " " + kind + (errors.isEmpty() ? "" : " " + errors.path(0).path("field").asString());
		}

	}

}
