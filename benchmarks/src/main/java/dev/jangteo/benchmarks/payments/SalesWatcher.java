package dev.jangteo.benchmarks.payments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the stream of live sales.
 */
public final class SalesWatcher implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private final HttpClient client = HttpClient.newHttpClient();

	private final InputStream stream;

	private final BufferedReader lines;

	/**
	 * Opens the stream of payment-service.
	 */
	public SalesWatcher(URI paymentService, String token) throws IOException, InterruptedException {
		this.stream = this.client
			.send(HttpRequest.newBuilder(paymentService.resolve("/api/v1/ops/sales/live"))
				.header("Authorization", "Bearer " + token)
				.header("Accept", "text/event-stream")
				.build(), BodyHandlers.ofInputStream())
			.body();
		this.lines = new BufferedReader(new InputStreamReader(this.stream, StandardCharsets.UTF_8));
	}

	/**
	 * What the next event says was sold today.
	 */
	public long next() throws IOException {
		@Nullable String line = this.lines.readLine();
		while (line != null && !line.startsWith("data:")) {
			line = this.lines.readLine();
		}
		if (line == null) {
			throw new Unmeasurable("The stream of live sales has ended.");
		}
		JsonNode totals = JsonMapper.shared().readTree(line.substring("data:".length())).required("totals");
		return totals.valueStream().mapToLong((total) -> total.path("count").asLong()).sum();
	}

	/**
	 * Waits until so many are shown.
	 * @return when it was
	 */
	public long until(long count) throws IOException {
		long end = System.nanoTime() + LIMIT.toNanos();
		for (long shown = next(); shown < count; shown = next()) {
			if (System.nanoTime() > end) {
				throw new Unmeasurable("Live sales show %d of %d after two minutes.".formatted(shown, count));
			}
		}
		return System.nanoTime();
	}

	@Override
	public void close() throws IOException {
		this.stream.close();
		this.client.shutdownNow();
	}

}
