package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import dev.jangteo.servers.Database;
import dev.jangteo.servers.TestServers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty database with nothing but the log. */
record LogDatabase(Database address, JdbcClient jdbc, TransactionTemplate transactions) {

	static LogDatabase create(String name) {
		var address = TestServers.postgres(name);
		var dataSource = new DriverManagerDataSource(address.url(), address.username(), address.password());
		new EventsSchema(dataSource).afterPropertiesSet();
		return new LogDatabase(address, JdbcClient.create(dataSource),
				new TransactionTemplate(new JdbcTransactionManager(dataSource)));
	}

	Connection open() throws SQLException {
		return DriverManager.getConnection(address.url(), address.username(), address.password());
	}

	Connection begin() throws SQLException {
		var connection = open();
		connection.setAutoCommit(false);
		return connection;
	}

	static long append(Connection connection, String aggregate, UUID subject, long version) throws SQLException {
		try (var append = connection.prepareStatement("select append_notification(?, 'changed', ?, ?, null)")) {
			append.setString(1, aggregate);
			append.setObject(2, subject);
			append.setLong(3, version);
			try (var row = append.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

}
