package dev.jangteo.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Speaks to one gateway, as nobody in particular or as a member. A request that is
 * refused for its frequency is sent again when the answer says so; a patient one does the
 * same when something is away for a while.
 */
public final class Api {

	private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int TOO_MANY = 429;

	private static final int UNAVAILABLE = 503;

	private static final int MOST_ATTEMPTS = 60;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http;

	private final URI gateway;

	private final @Nullable String token;

	private final boolean patient;

	private Api(HttpClient http, URI gateway, @Nullable String token, boolean patient) {

		this.http = http;
		this.gateway = gateway;
		this.token = token;
		this.patient = patient;
	}

	public static Api at(URI gateway) {
		return new Api(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_PATIENCE).build(),
				gateway, null, false);
	}

	/**
	 * The same, in no hurry.
	 */
	public Api patient() {
		return new Api(this.http, this.gateway, this.token, true);
	}

	/**
	 * The same as a member.
	 */
	public Api as(String accessToken) {
		return new Api(this.http, this.gateway, accessToken, this.patient);
	}

	/**
	 * The same as the member with these credentials.
	 */
	public Api login(String email, String password) {
		return as(post("/api/v1/tokens", Map.of("email", email, "password", password)).expect(200, 201)
			.text("accessToken"));
	}

	public Answer get(String path) {
		return send("GET", path, null, Map.of());
	}

	public Answer post(String path, Object body) {
		return send("POST", path, body, Map.of());
	}

	public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {

		var publisher = (body != null) ? BodyPublishers.ofString(JSON.writeValueAsString(body))
				: BodyPublishers.noBody();
		var request = request(path).method(method, publisher).timeout(PATIENCE);
		headers.forEach(request::setHeader);

		if (body != null && !headers.containsKey("Content-Type")) {
			request.setHeader("Content-Type", "application/json");
		}

		return send(request.build());
	}

	/**
	 * Sends text as it is.
	 */
	public Answer sendText(String method, String path, String text, String mediaType) {
		return send(request(path).method(method, BodyPublishers.ofString(text))
			.header("Content-Type", mediaType)
			.timeout(PATIENCE)
			.build());
	}

	/**
	 * Reads a stream of server-sent events on a thread of its own until it ends or is
	 * closed. Each event is given with its name and its data.
	 */
	public EventStream stream(String path, Consumer<Event> consumer) {

		try {

			HttpResponse<Stream<String>> response = this.http
				.send(request(path).header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofLines());

			if (response.statusCode() != 200) {
				throw new Unexpected("GET %s answered %d: %s".formatted(path, response.statusCode(),
						String.join("\n", response.body().limit(20).toList())));
			}

			return new EventStream(response.body(), consumer);
		}
		catch (IOException e) {
			throw new Unexpected("GET " + path + " was not answered: " + e, e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Unexpected("Interrupted", e);
		}
	}

	private boolean isWorthRepeating(int status) {
		return status == TOO_MANY || (this.patient && status == UNAVAILABLE);
	}

	static JsonNode parsed(String text) {

		if (text.isBlank()) {
			return MissingNode.getInstance();
		}

		try {
			return JSON.readTree(text);
		}
		catch (RuntimeException e) {
			return JSON.getNodeFactory().stringNode(text);
		}
	}

	private HttpRequest.Builder request(String path) {

		var request = HttpRequest.newBuilder(this.gateway.resolve(path));

		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}

		return request;
	}

	private Answer send(HttpRequest request) {

		var name = request.method() + " " + request.uri().getPath();

		try {

			for (int attempt = 1;; attempt++) {

				var response = this.http.send(request, BodyHandlers.ofString());

				if (!isWorthRepeating(response.statusCode()) || attempt == MOST_ATTEMPTS) {
					return new Answer(name, response.statusCode(), response.headers(), parsed(response.body()));
				}

				var pause = response.headers().firstValue("Retry-After").map(Long::parseLong).orElse(1L);
				TimeUnit.SECONDS.sleep(Math.min(pause, 30));
			}
		}
		catch (IOException e) {
			throw new Unexpected("%s was not answered by %s: %s".formatted(name, this.gateway, e), e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Unexpected("Interrupted", e);
		}
	}

}
