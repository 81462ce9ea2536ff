package dev.jangteo.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.jangteo.gateway.Platform.SIGNER;
import static org.awaitility.Awaitility.await;

/**
 * The one context of the module: a gateway among the servers of {@link Platform}. Every
 * test has an address and a member of its own, so their limits do not meet.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class GatewayContext {

	private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

	protected static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	protected static final JsonMapper JSON = new JsonMapper();

	@LocalServerPort
	protected int port;

	@LocalManagementPort
	protected int managementPort;

	@Autowired
	private io.micrometer.core.instrument.MeterRegistry meters;

	protected final UUID member = UUID.randomUUID();

	protected final String address = "203.0.113." + ADDRESSES.incrementAndGet();

	@DynamicPropertySource
	static void platform(DynamicPropertyRegistry registry) {
		Platform.settings().forEach((name, value) -> registry.add(name, () -> value));
		registry.add("jangteo.gateway.trusted-proxies", () -> "127.0.0.0/8");
	}

	@BeforeEach
	void awaitServers() {
		await().until(() -> meters.get("jangteo.gateway.limits.shared").gauge().value() == 1);
	}

	protected double meter(String name, String... tags) {
		return meters.get(name).tags(tags).gauge().value();
	}

	protected HttpRequest.Builder request(String path) {
		return request(port, path);
	}

	protected HttpRequest.Builder request(int at, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
			.timeout(Duration.ofSeconds(20))
			.header("X-Forwarded-For", address);
	}

	protected HttpRequest.Builder asShopper(String path) {
		return as(member, "SHOPPER", path);
	}

	protected HttpRequest.Builder asOperator(String path) {
		return as(member, "OPERATOR", path);
	}

	protected HttpRequest.Builder as(UUID who, String role, String path) {
		return request(path).header("Authorization", "Bearer " + SIGNER.token(who, role));
	}

	protected static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	protected static HttpRequest.Builder post(HttpRequest.Builder request, String body) {
		return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
	}

	protected static JsonNode json(HttpResponse<String> response) {
		return JSON.readTree(response.body());
	}

	protected static String problem(HttpResponse<String> response) {
		if (!response.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
			return "no problem: " + response.statusCode() + " " + response.headers().map() + " " + response.body();
		}
		return json(response).get("type").stringValue().replace("https://jangteo.dev/problems/", "");
	}

	/**
	 * The status line and all else of an answer to bytes no client library would send.
	 */
	protected String raw(int at, String bytes) {
		var answer = new ByteArrayOutputStream();
		try (var socket = new Socket("127.0.0.1", at)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
			for (var next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
				answer.write(next);
			}
		}
		catch (IOException ex) {
			// What came before the connection was reset counts.
			return answer.size() > 0 ? answer.toString(StandardCharsets.ISO_8859_1) : ex.toString();
		}
		return answer.toString(StandardCharsets.ISO_8859_1);
	}

	protected String rawGet(String path) {
		return raw(port, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	}

}
