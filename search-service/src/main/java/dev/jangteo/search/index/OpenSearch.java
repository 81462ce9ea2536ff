package dev.jangteo.search.index;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executors;

import dev.jangteo.search.neighbour.Neighbour;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Speaks HTTP with OpenSearch. Refused connections, time limits and its 5xx and 429 are
 * {@link NeighbourAway}; other answers come back with their status.
 */
@Component
class OpenSearch {

	private static final String NAME = "opensearch";

	private static final Duration REST = Duration.ofSeconds(1);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofMillis(500))
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final Neighbour reading;

	// Writes have their own way: a long bulk must not take a search's place.
	private final Neighbour writing = new Neighbour(NAME, 16, 3, REST);

	private final IndexSettings settings;

	private final JsonMapper json;

	private final @Nullable String authorization;

	OpenSearch(IndexSettings settings, JsonMapper json) {
		this.settings = settings;
		this.json = json;
		this.reading = new Neighbour(NAME, settings.places(), 8, REST);
		this.authorization = (settings.username() != null) ? basic(settings.username(), settings.password()) : null;
	}

	Answer read(String path, Object body) {
		return this.reading
			.ask(() -> exchange("POST", path, this.json.writeValueAsBytes(body), this.settings.timeout()));
	}

	Answer write(String method, String path, byte @Nullable [] body) {
		return this.writing.ask(() -> exchange(method, path, body, this.settings.writeTimeout()));
	}

	private Answer exchange(String method, String path, byte @Nullable [] body, Duration limit) {
		var request = HttpRequest.newBuilder(address(path))
			.timeout(limit)
			.header("Content-Type", path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
			.method(method, (body != null) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		if (this.authorization != null) {
			request.header("Authorization", this.authorization);
		}
		try {
			return answer(this.http.send(request.build(), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new NeighbourAway(NAME, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NeighbourAway(NAME, ex);
		}
	}

	private Answer answer(HttpResponse<byte[]> response) {
		var status = response.statusCode();
		if (status >= 500 || status == 429) {
			throw new NeighbourAway(NAME, new IOException("status " + status));
		}
		return new Answer(status, this.json.readTree(response.body()));
	}

	private URI address(String path) {
		return URI.create(this.settings.url().toString().replaceFirst("/$", "") + path);
	}

	private static String basic(String username, @Nullable String password) {
		var pair = username + ":" + ((password != null) ? password : "");
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	record Answer(int status, JsonNode body) {

		boolean isMissing() {
			return this.status == 404;
		}

		Answer orFail(String what) {
			if (this.status >= 400) {
				throw new IllegalStateException("%s answered %d: %s".formatted(what, this.status, this.body));
			}
			return this;
		}

	}

}
