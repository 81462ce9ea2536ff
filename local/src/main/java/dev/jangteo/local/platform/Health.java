package dev.jangteo.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one process is.
 *
 * @param word running, starting or not answering, stopped
 * @param memory resident, in bytes
 * @param lag what it has still to send or to take over, in words; empty when nothing
 */
public record Health(String word, long memory, String lag) {

	private static final String WELL = "well";

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final List<Measure> MEASURES = List.of(
			new Measure("jangteo_events_log_unsent_rows", "%.0f notifications not yet sent"),
			new Measure("jangteo_events_parked", "%.0f notifications parked"),
			new Measure("jangteo_events_consumer_lag", "%.0f notifications not yet taken over"),
			new Measure("jangteo_events_dead_letters", "%.0f dead letters"),
			new Measure("jangteo_events_drift", "%.0f subjects differ from their owner"));

	private record Measure(String metric, String words) {

	}

	public static Health of(Part part) {

		if (!part.isRunning()) {
			return new Health("stopped", 0, "");
		}

		var answers = part.answers();
		return new Health(answers ? WELL : "silent", part.process().memory(),
				(answers && part instanceof ServicePart service) ? lag(service) : "");
	}

	public boolean isWell() {
		return this.word.equals(WELL);
	}

	private static String lag(ServicePart service) {

		try (var http = HttpClient.newHttpClient()) {

			var metrics = http.send(HttpRequest.newBuilder(service.management().resolve("/actuator/prometheus"))
				.timeout(PATIENCE)
				.build(), BodyHandlers.ofString());

			return (metrics.statusCode() == 200) ? lag(metrics.body())
					: "unknown (metrics answer " + metrics.statusCode() + ")";
		}
		catch (IOException e) {
			return "unknown";
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return "unknown";
		}
	}

	static String lag(String metrics) {
		return MEASURES.stream().flatMap((measure) -> sum(metrics, measure)).collect(Collectors.joining(", "));
	}

	private static Stream<String> sum(String metrics, Measure measure) {

		var sum = metrics.lines()
			.filter((line) -> line.startsWith(measure.metric() + "{") || line.startsWith(measure.metric() + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.filter(Double::isFinite)
			.sum();

		return (sum > 0) ? Stream.of(measure.words().formatted(sum)) : Stream.empty();
	}

}
