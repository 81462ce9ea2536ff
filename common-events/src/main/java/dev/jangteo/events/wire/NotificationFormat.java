package dev.jangteo.events.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import dev.jangteo.events.Notification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CloudEvents 1.0, structured mode, JSON, without data. */
public final class NotificationFormat {

	/** Value of the content type header. */
	public static final String CONTENT_TYPE = "application/cloudevents+json";

	private static final JsonMapper JSON = JsonMapper.shared();

	private NotificationFormat() {
	}

	/** The topic of an aggregate. */
	public static String topic(String aggregate) {
		return "jangteo." + aggregate;
	}

	/** Written by hand, as it is the relay's inner loop. */
	public static byte[] write(Notification event) {
		var json = new StringBuilder(320).append("{\"specversion\":\"1.0\",\"id\":\"").append(event.id());
		text(json.append("\",\"source\":\""), event.source());
		text(json.append("\",\"type\":\""), event.type());
		return json.append("\",\"subject\":\"")
			.append(event.subject())
			.append("\",\"subjectversion\":")
			.append(event.subjectVersion())
			.append(",\"time\":\"")
			.append(event.time())
			.append("\"}")
			.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Unknown attributes are ignored.
	 * @throws IllegalArgumentException if it is not a notification
	 */
	public static Notification read(byte[] json) {
		try {
			return read(JSON.readTree(json));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Not a notification", ex);
		}
	}

	/**
	 * Unknown attributes are ignored.
	 * @throws IllegalArgumentException if it is not a notification
	 */
	public static Notification read(JsonNode json) {
		try {
			return new Notification(UUID.fromString(json.required("id").asString()), json.required("source").asString(),
					json.required("type").asString(), UUID.fromString(json.required("subject").asString()),
					json.required("subjectversion").asLong(), Instant.parse(json.required("time").asString()));
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("Not a notification", ex);
		}
	}

	private static void text(StringBuilder json, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\' || c < ' ') {
				json.append("\\u%04x".formatted((int) c));
			}
			else {
				json.append(c);
			}
		}
	}

}
