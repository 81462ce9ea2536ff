package dev.jangteo.events.publishing;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Notifications that could not be sent. */
final class Parked {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final JdbcNotificationLog log;

	Parked(JdbcClient jdbc, TransactionOperations transactions, JdbcNotificationLog log) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.log = log;
	}

	long count() {
		return jdbc.sql("select count(*) from notification_parked").query(Long.class).single();
	}

	/** Those after a position, oldest first. */
	List<Notice> list(long after, int limit) {
		return jdbc.sql("""
				select %s, error, parked_at from notification_parked where position > ? order by position limit ?
				""".formatted(LogRow.COLUMNS))
			.params(after, limit)
			.query((row, _) -> new Notice(LogRow.of(row), row.getString(9), LogRow.instant(row, 10)))
			.list();
	}

	/** Appends it to the log again, with the id it had; false if it is not parked. */
	boolean resend(long position) {
		return Boolean.TRUE.equals(transactions.execute(_ -> {
			var row = jdbc.sql("delete from notification_parked where position = ? returning " + LogRow.COLUMNS)
				.param(position)
				.query((found, _) -> LogRow.of(found))
				.optional();
			row.ifPresent(parked -> log.append(parked.id(), parked.aggregate(), parked.change(), parked.subject(),
					parked.subjectVersion(), parked.traceparent()));
			return row.isPresent();
		}));
	}

	/** Gives it up; false if it is not parked. */
	boolean drop(long position) {
		return jdbc.sql("delete from notification_parked where position = ?").param(position).update() == 1;
	}

	record Notice(LogRow row, String error, Instant parkedAt) {
	}

}
