package dev.jangteo.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A call as it came in.
 */
final class Call {

	private static final int MOST_BYTES = 64 * 1024;

	private static final int LONGEST_KEY = 300;

	private final HttpExchange exchange;

	Call(HttpExchange exchange) {
		this.exchange = exchange;
	}

	String method() {
		return exchange.getRequestMethod();
	}

	/** The path's parts: {@code /v1/payments/confirm} has three. */
	List<String> path() {
		return Arrays.stream(exchange.getRequestURI().getPath().split("/")).filter((part) -> !part.isEmpty()).toList();
	}

	Optional<String> header(String name) {
		return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
	}

	Optional<String> query(String name) {
		var query = exchange.getRequestURI().getRawQuery();
		return (query == null) ? Optional.empty()
				: Arrays.stream(query.split("&"))
					.map((pair) -> pair.split("=", 2))
					.filter((pair) -> pair.length == 2 && pair[0].equals(name))
					.map((pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
					.findFirst();
	}

	/** What makes a repeated request the same one: key, method and path. */
	Optional<String> idempotencyKey() {
		return header("Idempotency-Key").filter((key) -> !key.isBlank()).map((key) -> {
			if (key.length() > LONGEST_KEY) {
				throw Refused.because(ErrorCode.INVALID_IDEMPOTENCY_KEY);
			}
			return method() + " " + exchange.getRequestURI().getPath() + " " + key;
		});
	}

	JsonNode json() {
		try {
			var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
			if (body.length > MOST_BYTES) {
				throw Refused.invalid("The body is too large.");
			}
			var json = Json.tree(body);
			if (!json.isObject()) {
				throw Refused.invalid("The body is a JSON object.");
			}
			return json;
		}
		catch (JacksonException ex) {
			throw Refused.invalid("The body is no JSON.");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void reply(Reply reply) throws IOException {
		switch (reply) {
			case Reply.Silence() -> exchange.close();
			case Answer answer -> {
				var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("Content-Type", answer.type());
				exchange.sendResponseHeaders(answer.status(), bytes.length);
				try (var out = exchange.getResponseBody()) {
					out.write(bytes);
				}
			}
		}
	}

}
