package dev.jangteo.order.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.jangteo.testing.Calls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a stream as a browser does: events by blank lines, the last id kept, comments
 * ignored.
 */
public final class Terminal implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpResponse<InputStream> response;

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private volatile String lastEventId = "";

	private volatile int heartbeats;

	private volatile boolean ended;

	private Terminal(HttpResponse<InputStream> response) {
		this.response = response;
		Thread.ofVirtual().start(this::read);
	}

	public static Terminal open(Calls caller, String path) {
		return new Terminal(caller.open(path, "Accept", "text/event-stream"));
	}

	public static Terminal resume(Calls caller, String path, String lastEventId) {
		return new Terminal(caller.open(path, "Accept", "text/event-stream", "Last-Event-ID", lastEventId));
	}

	public int status() {
		return response.statusCode();
	}

	public List<Event> events() {
		return events;
	}

	/** Order and status of each event so far. */
	public List<String> seen() {
		return events.stream()
			.map((event) -> event.name().equals("order")
					? event.data().at("/id").asString() + " " + event.data().at("/status").asString() : event.name())
			.toList();
	}

	public boolean isReady() {
		return events.stream().anyMatch((event) -> event.name().equals("ready"));
	}

	public String lastEventId() {
		return lastEventId;
	}

	public int heartbeats() {
		return heartbeats;
	}

	public boolean hasEnded() {
		return ended;
	}

	@Override
	public void close() {
		try {
			response.body().close();
		}
		catch (IOException ex) {
			// It had ended already.
		}
	}

	private void read() {
		var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
		try {
			var name = "message";
			var data = new StringBuilder();
			for (var line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.isEmpty()) {
					if (!data.isEmpty()) {
						events.add(new Event(name, lastEventId, JSON.readTree(data.toString())));
					}
					name = "message";
					data.setLength(0);
				}
				else if (line.startsWith("id:")) {
					lastEventId = line.substring(3).strip();
				}
				else if (line.startsWith("event:")) {
					name = line.substring(6).strip();
				}
				else if (line.startsWith("data:")) {
					data.append(line.substring(5));
				}
				else if (line.startsWith(":heartbeat")) {
					heartbeats++;
				}
			}
		}
		catch (IOException ex) {
			// The line was cut.
		}
		ended = true;
	}

	/**
	 * An event.
	 *
	 * @param lastId the id to resume at once it is seen
	 */
	public record Event(String name, String lastId, JsonNode data) {
	}

}
