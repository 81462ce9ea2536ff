package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.wire.Traces;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The log as a table. One insert per notification, on the connection of the caller's
 * transaction.
 */
final class JdbcNotificationLog implements NotificationLog {

	private static final String INSERT = """
			insert into notification_log (id, aggregate, change, subject, subject_version, traceparent)
			values (?, ?, ?, ?, ?, ?)
			""";

	private final DataSource dataSource;

	private final Set<String> publishes;

	private final Traces traces;

	private final Runnable wake;

	private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

	/**
	 * A log.
	 * @param dataSource the database
	 * @param publishes the aggregates that may be appended
	 * @param traces the current trace goes with each row
	 * @param wake called after each commit that appended
	 */
	JdbcNotificationLog(DataSource dataSource, Set<String> publishes, Traces traces, Runnable wake) {
		this.dataSource = dataSource;
		this.publishes = publishes;
		this.traces = traces;
		this.wake = wake;
	}

	@Override
	public void append(String aggregate, String change, UUID subject, long version) {
		if (!publishes.contains(aggregate)) {
			throw new IllegalArgumentException(
					"Not declared in jangteo.events.publishes, so nobody would receive it: " + aggregate);
		}
		PublishingSettings.requireName(change);
		append(UuidV7.next(), aggregate, change, subject, version, appending());
	}

	/** Append a row as it is, with a given id. */
	void append(UUID id, String aggregate, String change, UUID subject, long version, @Nullable String traceparent) {
		requireTransaction();
		wakeAfterCommit();
		var connection = DataSourceUtils.getConnection(dataSource);
		try (var insert = transactional(connection).prepareStatement(INSERT)) {
			insert.setObject(1, id);
			insert.setString(2, aggregate);
			insert.setString(3, change);
			insert.setObject(4, subject);
			insert.setLong(5, version);
			insert.setString(6, traceparent);
			insert.executeUpdate();
		}
		catch (SQLException ex) {
			var translated = translator.translate("append to the notification log", INSERT, ex);
			throw (translated != null) ? translated : new IllegalStateException(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
		}
	}

	@Override
	public @Nullable String appending() {
		requireTransaction();
		wakeAfterCommit();
		return traces.current();
	}

	private Connection transactional(Connection connection) {
		if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
			throw new IllegalTransactionStateException("The current transaction is not one of the log's database");
		}
		return connection;
	}

	private static void requireTransaction() {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalTransactionStateException("A notification leaves with a transaction, and there is none");
		}
	}

	private void wakeAfterCommit() {
		if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Wake.class::isInstance)) {
			TransactionSynchronizationManager.registerSynchronization(new Wake(wake));
		}
	}

	private record Wake(Runnable wake) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			wake.run();
		}

	}

}
