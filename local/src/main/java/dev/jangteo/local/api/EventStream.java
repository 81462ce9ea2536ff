package dev.jangteo.local.api;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An open stream of server-sent events.
 */
public final class EventStream implements AutoCloseable {

	private final Stream<String> lines;

	private final Consumer<Event> consumer;

	private String id = "";

	private String name = "message";

	private final StringBuilder data = new StringBuilder();

	EventStream(Stream<String> lines, Consumer<Event> consumer) {

		this.lines = lines;
		this.consumer = consumer;

		Thread.ofVirtual().start(this::read);
	}

	@Override
	public void close() {
		this.lines.close();
	}

	private void read() {

		try {
			this.lines.forEach(this::line);
		}
		catch (UncheckedIOException | IllegalStateException e) {
			// Closed by one side; whoever needs an event that did not come notices.
		}
	}

	private void line(String line) {

		if (line.isEmpty()) {
			deliver();
		}
		else if (line.startsWith("id:")) {
			this.id = line.substring(3).strip();
		}
		else if (line.startsWith("event:")) {
			this.name = line.substring(6).strip();
		}
		else if (line.startsWith("data:")) {
			this.data.append(line.substring(5).strip());
		}
	}

	private void deliver() {

		if (!this.data.isEmpty()) {
			this.consumer.accept(new Event(this.id, this.name, Api.parsed(this.data.toString())));
		}

		this.name = "message";
		this.data.setLength(0);
	}

}
