package dev.jangteo.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.jangteo.local.platform.ServicePart;
import dev.jangteo.local.platform.Services;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever watches the platform looks at something: each metric that an alarm or a
 * dashboard asks for exists after an ordinary day.
 */
class MetricsTests {

	private static final Path ASKED_FOR = Path.of("..", "deploy", "watch", "metrics.txt");

	private static final Pattern NAME = Pattern.compile("(?m)^([a-z]\\w*)[{ ]");

	private final Stage stage = Stage.set();

	@Test
	void everyMetricOfAlarmsAndDashboardsExists() throws IOException {

		var here = Neighbourhood.open(this.stage);
		here.order(UUID.randomUUID().toString(), 10_000, Neighbourhood.PRICE);
		here.shopper().get("/api/v1/shops/" + here.shop() + "/reviews");

		this.stage.eventually("all metrics are there", () -> missing().isEmpty());
		assertThat(missing()).isEmpty();
	}

	private Set<String> missing() throws IOException {

		var missing = new TreeSet<String>();
		var lines = Files.readAllLines(ASKED_FOR);
		for (var line : lines.subList(0, lines
			.indexOf(lines.stream().filter((it) -> it.startsWith("# --- of others")).findFirst().orElseThrow()))) {
			if (!line.isBlank() && !line.startsWith("#")) {
				missing.add(line);
			}
		}
		assertThat(missing).hasSizeGreaterThan(30);
		for (var service : Services.all()) {
			NAME.matcher(scrape((ServicePart) this.stage.part(service.name())))
				.results()
				.forEach((match) -> missing.remove(match.group(1)));
		}
		return missing;
	}

	private static String scrape(ServicePart service) throws IOException {

		try (var http = HttpClient.newHttpClient()) {
			return http
				.send(HttpRequest.newBuilder(service.management().resolve("/actuator/prometheus")).build(),
						BodyHandlers.ofString())
				.body();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
