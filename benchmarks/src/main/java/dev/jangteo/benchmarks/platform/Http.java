package dev.jangteo.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few plain calls that set a stage or watch it; never the load.
 */
public final class Http {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	/**
	 * An answer.
	 *
	 * @param status of it
	 * @param etag or an empty text
	 * @param body as JSON, a missing node when there is none
	 */
	public record Answer(int status, String etag, JsonNode body) {
	}

	public Answer send(String method, URI address, String token, Object body, String... headers) {
		return sendAs(method, address, "Bearer " + token, body, headers);
	}

	Answer sendAs(String method, URI address, String authorization, Object body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(Duration.ofSeconds(60))
			.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.header("Content-Type", "application/json")
			.header("Authorization", authorization);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return answer(request.build());
	}

	public Answer get(URI address) {
		return answer(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build());
	}

	public Answer get(URI address, String token) {
		return answer(HttpRequest.newBuilder(address)
			.timeout(Duration.ofSeconds(5))
			.header("Authorization", "Bearer " + token)
			.build());
	}

	/**
	 * The text as it stands in a query.
	 */
	public static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Whether the address answers 200 now.
	 */
	boolean ok(URI address) {
		try {
			return get(address).status() == 200;
		}
		catch (Unmeasurable ex) {
			return false;
		}
	}

	private Answer answer(HttpRequest request) {
		try {
			HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
			boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
			return new Answer(response.statusCode(), response.headers().firstValue("ETag").orElse(""),
					JSON.readTree((json && !response.body().isEmpty()) ? response.body() : "null"));
		}
		catch (IOException ex) {
			throw new Unmeasurable("%s %s: %s".formatted(request.method(), request.uri(), ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unmeasurable("Interrupted.", ex);
		}
	}

}
