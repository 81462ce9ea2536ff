package dev.jangteo.benchmarks.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;
import dev.jangteo.benchmarks.sql.Sql;
import dev.jangteo.servers.Database;

/**
 * Postings by the million, as payment-service would have written them, put into its
 * ledger past its triggers.
 */
public final class LedgerRows {

	private static final int ORDERS_OF_AN_OWNER = 200;

	private final Platform platform;

	public LedgerRows(Platform platform) {
		this.platform = platform;
	}

	/**
	 * Delivered card orders of a day that are to be settled.
	 */
	public void delivered(int count, LocalDate day) throws SQLException {
		try (Connection connection = administrator()) {
			Sql.execute(connection, """
					create temporary table made as
					select uuidv7() as id, uuidv7() as order_id, md5('%2$s' || number / %3$d)::uuid as owner_id
					from generate_series(1, %1$d) as number
					""".formatted(count, day, ORDERS_OF_AN_OWNER));
			Sql.execute(connection, """
					insert into postings (id, cause, kind, order_id, owner_id, business_day, at)
					select id, 'order:' || order_id || ':delivered:0', 'DELIVERED', order_id, owner_id, date '%s', now()
					from made
					""".formatted(day));
			Sql.execute(connection, """
					insert into entries (posting_id, account, currency, amount)
					select id, account, 'KRW', amount
					from made, (values ('SHOPPER', 18000), ('OWNER_PAYABLE', -16803), ('COMMISSION', -1088),
						('COMMISSION_VAT', -109)) as entry (account, amount)
					""");
			Sql.execute(connection, """
					insert into unsettled_postings (posting_id, owner_id, currency, business_day)
					select id, owner_id, 'KRW', date '%s'
					from made
					""".formatted(day));
			Sql.execute(connection, "drop table made");
			Sql.execute(connection, "analyze postings, entries, unsettled_postings");
		}
	}

	/**
	 * Charges of today that nobody has counted, all seen at the same moment.
	 * @return when they were committed
	 */
	public long charged(int count) throws SQLException {
		try (Connection connection = administrator()) {
			connection.setAutoCommit(false);
			Sql.execute(connection, """
					with made as (
						insert into postings (id, cause, kind, order_id, payment_id, category, business_day, at)
						select uuidv7(), 'payment:' || uuidv7() || ':charged', 'CHARGED', uuidv7(), uuidv7(),
							'category ' || number %% 8, (now() at time zone 'Asia/Seoul')::date, now()
						from generate_series(1, %d) as number
						returning id
					)
					insert into entries (posting_id, account, currency, amount)
					select id, account, 'KRW', amount
					from made, (values ('SHOPPER', -18000), ('PROVIDER_CLEARING', 17550), ('PROVIDER_FEE', 450))
						as entry (account, amount)
					""".formatted(count));
			connection.commit();
			return System.nanoTime();
		}
	}

	// Triggers would make the stage and are not what is measured.
	private Connection administrator() throws SQLException {
		Database administration = this.platform.postgres().administration();
		String url = administration.url().replaceFirst("/[^/?]*(\\?|$)", "/" + Part.PAYMENT.database() + "$1");
		Connection connection = Sql.open(new Database(url, administration.username(), administration.password()));
		Sql.execute(connection, "set session_replication_role = replica");
		return connection;
	}

}
