package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A database connection of its own that holds the lock of the active relay. Everything
 * the relay does to the database goes through it: a session that lost the lock can
 * neither read on nor move the cursor. The server ends the session, and with it the lock,
 * when the process dies, is cut off, or is stopped for longer than the takeover time.
 */
final class RelaySession implements AutoCloseable {

	/** Two numbers that name the relay's lock within a database. */
	private static final String LOCK = "select pg_try_advisory_lock(1246774644, 1919249761)";

	private static final String MOVE = """
			update notification_cursor set position = ?, moved_at = clock_timestamp() where position < ?
			""";

	private static final String PARK = """
			insert into notification_parked (position, id, aggregate, change, subject, subject_version, time, traceparent,
			                                 error)
			select %s, ? from notification_log where position = ?
			on conflict (position) do update set error = excluded.error, parked_at = now()
			"""
		.formatted(LogRow.COLUMNS);

	private final Connection connection;

	private final Duration takeover;

	private final LogReader reader = new LogReader();

	private final Thread life;

	/**
	 * A session on a fresh connection.
	 * @param connection not used by anybody else
	 * @param takeover after how long without a sign of life the server may end the
	 * session
	 */
	RelaySession(Connection connection, Duration takeover) throws SQLException {
		this.connection = connection;
		this.takeover = takeover;
		connection.setAutoCommit(true);
		try (var statement = connection.createStatement()) {
			statement.execute("""
					set application_name = 'notification relay';
					set idle_session_timeout = %1$d;
					set idle_in_transaction_session_timeout = %1$d;
					set tcp_keepalives_idle = 1;
					set tcp_keepalives_interval = 1;
					set tcp_keepalives_count = %2$d;
					set tcp_user_timeout = %1$d;
					set statement_timeout = 30000;
					""".formatted(takeover.toMillis(), Math.max(1, takeover.toSeconds())));
			// A cursor that falls back after a crash only sends some rows again. And
			// whatever the statistics say about a
			// new day's partition: the log is read along its index.
			statement.execute("""
					set synchronous_commit = off;
					set enable_seqscan = off;
					set enable_bitmapscan = off;
					set enable_sort = off;
					set plan_cache_mode = force_generic_plan;
					""");
		}
		// Not a virtual one: it must not wait for the others.
		this.life = Thread.ofPlatform().name("notification-relay-life").daemon().start(this::showSignsOfLife);
	}

	/** Whether this session is now, or was already, the one that holds the lock. */
	boolean lock() throws SQLException {
		try (var statement = connection.createStatement(); var row = statement.executeQuery(LOCK)) {
			row.next();
			return row.getBoolean(1);
		}
	}

	long cursor() throws SQLException {
		try (var statement = connection.createStatement();
				var row = statement.executeQuery("select position from notification_cursor")) {
			row.next();
			return row.getLong(1);
		}
	}

	/** See {@link LogReader#next}. */
	@Nullable List<LogRow> next(long after, int limit) throws SQLException {
		return reader.next(connection, after, limit);
	}

	void moveCursor(long position) throws SQLException {
		try (var move = connection.prepareStatement(MOVE)) {
			move.setLong(1, position);
			move.setLong(2, position);
			move.executeUpdate();
		}
	}

	void park(LogRow row, String error) throws SQLException {
		try (var park = connection.prepareStatement(PARK)) {
			park.setString(1, error);
			park.setLong(2, row.position());
			park.executeUpdate();
		}
	}

	/**
	 * Shows the server, four times within the takeover time, that this process lives,
	 * whatever the relay waits for.
	 */
	private void showSignsOfLife() {
		try {
			while (true) {
				TimeUnit.MILLISECONDS.sleep(takeover.toMillis() / 4);
				try (var statement = connection.createStatement()) {
					statement.execute("");
				}
			}
		}
		catch (SQLException | InterruptedException ex) {
			// The session has ended, or will: the relay finds out with its next
			// statement.
			return;
		}
	}

	@Override
	public void close() throws SQLException {
		life.interrupt();
		connection.close();
	}

}
