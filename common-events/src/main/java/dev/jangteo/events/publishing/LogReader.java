package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the log by position and never past a row that may still appear. Positions are
 * drawn before commit, so the highest visible one says nothing about those below it.
 * Therefore a barrier is set up: the highest visible position together with a transaction
 * id drawn after it. Whoever holds a lower position and has not committed holds a lower
 * transaction id too; once all of these have ended, everything up to the barrier is
 * decided and can be read in plain order. A subject's next version is appended after the
 * version before was committed, so position order is version order.
 */
final class LogReader {

	private static final String OPEN = """
			select last.position, case when last.position > ? then pg_current_xact_id()::text end
			from (select coalesce(max(position), 0) as position from notification_log) as last
			""";

	private static final String READ = """
			select %s
			from notification_log
			where position > ? and position <= ? and pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8
			order by position
			limit ?
			""".formatted(LogRow.COLUMNS);

	private volatile Barrier barrier = new Barrier(0, "0");

	/**
	 * The next rows after a position.
	 * @param connection in auto-commit mode, or just begun: the answer must not come from
	 * an older snapshot
	 * @param after the position read last
	 * @param limit most rows to read
	 * @return null if there may be rows that a running transaction still hides
	 */
	@Nullable List<LogRow> next(Connection connection, long after, int limit) throws SQLException {
		var upTo = barrier;
		if (after >= upTo.position()) {
			upTo = open(connection, after);
			if (after >= upTo.position()) {
				return List.of();
			}
			barrier = upTo;
		}
		var rows = read(connection, after, upTo, limit);
		return rows.isEmpty() ? null : rows;
	}

	private static Barrier open(Connection connection, long after) throws SQLException {
		try (var statement = connection.prepareStatement(OPEN)) {
			statement.setLong(1, after);
			try (var row = statement.executeQuery()) {
				row.next();
				return new Barrier(row.getLong(1), row.getString(2));
			}
		}
	}

	private static List<LogRow> read(Connection connection, long after, Barrier upTo, int limit) throws SQLException {
		try (var statement = connection.prepareStatement(READ)) {
			statement.setLong(1, after);
			statement.setLong(2, upTo.position());
			statement.setString(3, upTo.xid());
			statement.setInt(4, limit);
			try (var row = statement.executeQuery()) {
				var rows = new ArrayList<LogRow>(limit);
				while (row.next()) {
					rows.add(LogRow.of(row));
				}
				return rows;
			}
		}
	}

	private record Barrier(long position, String xid) {
	}

}
