package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The log as a sequence of pages: the same rows in the same order, by the same cursor, as
 * the relay sends.
 */
final class Feed {

	private static final int PATIENCE = 10;

	private final JdbcTemplate jdbc;

	private final JdbcClient client;

	private final LogReader reader = new LogReader();

	Feed(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.client = JdbcClient.create(jdbc);
	}

	/**
	 * The rows after a position, as far as they are decided by now.
	 * @param after position of the last row known
	 * @param limit most rows
	 */
	List<LogRow> after(long after, int limit) throws InterruptedException {
		for (int attempt = 0; attempt < PATIENCE; attempt++) {
			var rows = jdbc
				.execute((Connection connection) -> Optional.ofNullable(reader.next(connection, after, limit)));
			if (rows != null && rows.isPresent()) {
				return rows.get();
			}
			TimeUnit.MILLISECONDS.sleep(attempt + 1);
		}
		return List.of();
	}

	/**
	 * The position just before the first row written at or after the time, or the last
	 * one if there is none.
	 */
	long before(Instant time) {
		return client.sql("""
				select coalesce((select min(position) - 1 from notification_log where time >= ?),
				                (select max(position) from notification_log),
				                0)
				""").param(OffsetDateTime.ofInstant(time, ZoneOffset.UTC)).query(Long.class).single();
	}

	/** Whether rows after the position have been dropped already. */
	boolean forgot(long after) {
		return after < start();
	}

	/** The position just before the oldest row kept. */
	long start() {
		return client.sql("select dropped_until from notification_cursor").query(Long.class).single();
	}

	/** A cursor as it was given out. */
	static @Nullable Long position(String cursor) {
		try {
			long position = Long.parseLong(cursor);
			return (position >= 0) ? position : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
