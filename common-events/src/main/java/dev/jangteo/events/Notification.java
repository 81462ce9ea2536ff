package dev.jangteo.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Says that an aggregate changed and which version it has now, and nothing else: a
 * CloudEvents 1.0 event without data. What the aggregate looks like is asked of its
 * owner.
 *
 * @param id unique per notification; the same when it is sent again
 * @param source the publishing service, for example {@code /order-service}
 * @param type {@code dev.jangteo.<aggregate>.<change>}
 * @param subject the aggregate's id
 * @param subjectVersion rises by one with every published change of the aggregate
 * @param time when it was written to the log
 */
public record Notification(UUID id, String source, String type, UUID subject, long subjectVersion, Instant time) {

	private static final String TYPE_PREFIX = "dev.jangteo.";

	public Notification {
		if (aggregateEnd(type) < 0) {
			throw new IllegalArgumentException("Not the type of a notification: " + type);
		}
	}

	/**
	 * The aggregate's name, the third part of the type: {@code order} of
	 * {@code dev.jangteo.order.placed}.
	 */
	public String aggregate() {
		return type.substring(TYPE_PREFIX.length(), aggregateEnd(type));
	}

	/** The type of a change of an aggregate. */
	public static String type(String aggregate, String change) {
		return TYPE_PREFIX + aggregate + "." + change;
	}

	private static int aggregateEnd(String type) {
		return type.startsWith(TYPE_PREFIX) ? type.indexOf('.', TYPE_PREFIX.length() + 1) : -1;
	}

}
