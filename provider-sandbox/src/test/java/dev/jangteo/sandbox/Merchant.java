package dev.jangteo.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the provider as a merchant does, and as its shoppers do.
 */
final class Merchant {

	static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String url;

	private final String secretKey;

	Merchant(Sandbox provider) {
		this(provider.url(), SandboxSettings.LOCAL_SECRET_KEY);
	}

	Merchant(String url, String secretKey) {
		this.url = url;
		this.secretKey = secretKey;
	}

	/** A shopper goes through the widget. */
	String begins(String orderId, int amount) {
		return send("POST", "/sandbox/payments", Map.of("orderId", orderId, "amount", amount), null).text("paymentKey");
	}

	Outcome confirms(String paymentKey, String orderId, Object amount) {
		return confirms(paymentKey, orderId, amount, null);
	}

	Outcome confirms(String paymentKey, String orderId, Object amount, String idempotencyKey) {
		return send("POST", "/v1/payments/confirm",
				Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount), idempotencyKey);
	}

	/** A payment that was approved. */
	String paid(String orderId, int amount) {
		var key = begins(orderId, amount);
		confirms(key, orderId, amount).isOk();
		return key;
	}

	Outcome cancels(String paymentKey, Map<String, Object> request) {
		return cancels(paymentKey, request, null);
	}

	Outcome cancels(String paymentKey, Map<String, Object> request, String idempotencyKey) {
		return send("POST", "/v1/payments/" + paymentKey + "/cancel", request, idempotencyKey);
	}

	Outcome get(String path) {
		return send("GET", path, null, null);
	}

	Outcome faults(String json) {
		return send("PUT", "/sandbox/faults", JSON.readTree(json), null);
	}

	Outcome send(String method, String path, Object body, String idempotencyKey) {
		try {
			var answer = HTTP.send(request(method, path, body, idempotencyKey), HttpResponse.BodyHandlers.ofString());
			return new Outcome(answer.statusCode(), answer.body());
		}
		catch (IOException ex) {
			return new Outcome(0, String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	CompletableFuture<Outcome> sendInBackground(String method, String path, Object body, String idempotencyKey) {
		return CompletableFuture.supplyAsync(() -> send(method, path, body, idempotencyKey));
	}

	private HttpRequest request(String method, String path, Object body, String idempotencyKey) {
		var credentials = Base64.getEncoder().encodeToString((secretKey + ":").getBytes(StandardCharsets.UTF_8));
		var text = (body instanceof String raw) ? raw : JSON.writeValueAsString(body);
		var request = HttpRequest.newBuilder(URI.create(url + path))
			.header("Authorization", "Basic " + credentials)
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(text) : HttpRequest.BodyPublishers.noBody());
		return ((idempotencyKey != null) ? request.header("Idempotency-Key", idempotencyKey) : request).build();
	}

	/**
	 * What came back.
	 *
	 * @param status 0 when the line was cut
	 */
	record Outcome(int status, String body) {

		JsonNode json() {
			return JSON.readTree(body);
		}

		String text(String pointer) {
			return json().at("/" + pointer).asString();
		}

		String code() {
			return text("code");
		}

		boolean wasCut() {
			return status == 0;
		}

		Outcome isOk() {
			if (status != 200) {
				throw new AssertionError(status + ": " + body);
			}
			return this;
		}

	}

}
