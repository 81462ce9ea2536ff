package dev.jangteo.payment.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import dev.jangteo.sandbox.Sandbox;
import dev.jangteo.servers.TestServers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/**
 * The provider's sandbox as tests use it: the shopper's widget, faults, and open books.
 */
public final class Provider {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Path data = TestServers.folder("provider");

	private volatile String webhooks = "";

	private final int port = Ports.notGivenAway();

	private volatile Sandbox sandbox = Sandbox.start(port, data);

	public String url() {
		return "http://127.0.0.1:" + port;
	}

	/** The provider is gone: nobody listens. */
	public void die() {
		sandbox.close();
	}

	/** It is back with all it knew. */
	public void live() {
		sandbox = Sandbox.start(port, data);
		sendWebhooksTo(webhooks);
	}

	/** A shopper goes through the widget. */
	public String widget(UUID order, long amount) {
		return call("POST", "/sandbox/payments", Map.of("orderId", order.toString(), "amount", amount))
			.at("/paymentKey")
			.asString();
	}

	public void faults(Map<String, ?> faults) {
		call("PUT", "/sandbox/faults", faults);
	}

	public void noFaults() {
		call("DELETE", "/sandbox/faults", null);
	}

	public void sendWebhooksTo(String url) {
		webhooks = url;
		call("PUT", "/sandbox/webhook-url", Map.of("url", url));
	}

	public JsonNode books() {
		return call("GET", "/sandbox/books", null);
	}

	/** What the provider has of a payment. */
	public JsonNode payment(String key) {
		return StreamSupport.stream(books().at("/payments").spliterator(), false)
			.filter((payment) -> payment.at("/paymentKey").asString().equals(key))
			.findFirst()
			.orElseThrow();
	}

	/** Charges behind our back. */
	public JsonNode confirm(String key, UUID order, long amount) {
		return call("POST", "/v1/payments/confirm",
				Map.of("paymentKey", key, "orderId", order.toString(), "amount", amount));
	}

	/** Gives money back behind our back. */
	public JsonNode cancel(String key, long amount) {
		return call("POST", "/v1/payments/%s/cancel".formatted(key),
				Map.of("cancelReason", "by hand", "cancelAmount", amount));
	}

	/** A shopper whose page does not load tries again. */
	private JsonNode call(String method, String path, @Nullable Object body) {
		var request = HttpRequest.newBuilder(URI.create(url() + path))
			.header("Content-Type", "application/json")
			.header("Authorization", "Basic bG9jYWwtb25seS10ZXN0LXNrOg==")
			.method(method,
					(body != null) ? BodyPublishers.ofString(JSON.writeValueAsString(body)) : BodyPublishers.noBody())
			.build();
		return await().ignoreExceptions()
			.until(() -> JSON.readTree(client.send(request, BodyHandlers.ofString()).body()), (_) -> true);
	}

}
