package dev.jangteo.events.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import dev.jangteo.events.Notification;
import org.jspecify.annotations.Nullable;

/** A row of the notification log. */
record LogRow(long position, UUID id, String aggregate, String change, UUID subject, long subjectVersion, Instant time,
		@Nullable String traceparent) {

	static final String COLUMNS = "position, id, aggregate, change, subject, subject_version, time, traceparent";

	static LogRow of(ResultSet row) throws SQLException {
		return new LogRow(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
				row.getObject(5, UUID.class), row.getLong(6), instant(row, 7), row.getString(8));
	}

	static Instant instant(ResultSet row, int column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS);
	}

	Notification notification(String source) {
		return new Notification(id, source, Notification.type(aggregate, change), subject, subjectVersion, time);
	}

}
