package dev.jangteo.benchmarks.platform;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.servers.Lifetime;
import dev.jangteo.servers.ServerProcess;

/**
 * The payment provider, played by its sandbox.
 */
public final class Provider implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final Path jars;

	private final Path data;

	private final int port;

	private final String secretKey;

	private final ServerProcess process;

	private final Http http = new Http();

	Provider(Path checkout, Path folder, int port, String secretKey) {
		this.jars = checkout.resolve("provider-sandbox").resolve("target");
		this.data = folder.resolve("provider");
		this.port = port;
		this.secretKey = secretKey;
		this.process = new ServerProcess("provider", this.data, Lifetime.WITH_THIS_JVM);
	}

	public URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	void start() {
		Path jar = this.jars.resolve("provider-sandbox.jar");
		if (!Files.exists(jar)) {
			throw new Unmeasurable("provider-sandbox is not built. In the project's folder: mvn -Pquick package");
		}
		this.process.start(List.of(JAVA, "-Xmx128m", "-XX:+UseSerialGC", "-cp",
				jar + File.pathSeparator + this.jars.resolve("lib").resolve("*"), "dev.jangteo.sandbox.Sandbox"),
				Map.of("SERVER_PORT", String.valueOf(this.port), "SERVER_ADDRESS", "127.0.0.1", "JANGTEO_SANDBOX_DATA",
						this.data.resolve("books").toString(), "JANGTEO_PROVIDER_SECRET_KEY", this.secretKey));
		this.process.await(() -> this.http.ok(address().resolve("/sandbox/health")), START_LIMIT);
	}

	/**
	 * From now on it needs so long for a charge.
	 */
	public void takes(Duration time) {
		this.http.send("PUT", address().resolve("/sandbox/faults"), "",
				Map.of("confirm", Map.of("mode", "SLOW", "millis", time.toMillis())));
	}

	/**
	 * It does what it is asked at once again.
	 */
	public void isWell() {
		this.http.send("DELETE", address().resolve("/sandbox/faults"), "", Map.of());
	}

	/**
	 * A shopper goes through its pages.
	 * @return the key with which the payment is confirmed
	 */
	public String widget(UUID order, int won) {
		return this.http
			.send("POST", address().resolve("/sandbox/payments"), "",
					Map.of("orderId", order.toString(), "amount", won))
			.body()
			.required("paymentKey")
			.asString();
	}

	/**
	 * Charges without anybody in between.
	 */
	public void confirm(String key, UUID order, int won) {
		String credentials = Base64.getEncoder()
			.encodeToString((this.secretKey + ":").getBytes(StandardCharsets.UTF_8));
		Http.Answer answer = this.http.sendAs("POST", address().resolve("/v1/payments/confirm"), "Basic " + credentials,
				Map.of("paymentKey", key, "orderId", order.toString(), "amount", won));
		if (answer.status() != 200) {
			throw new Unmeasurable("The provider answered %d: %s".formatted(answer.status(), answer.body()));
		}
	}

	/**
	 * Lets it stand still: its port takes connections, and nobody answers.
	 */
	public void suspend() {
		this.process.suspend();
	}

	public void resume() {
		this.process.resume();
	}

	@Override
	public void close() {
		this.process.resume();
		this.process.stop("TERM", Duration.ofSeconds(5));
	}

}
