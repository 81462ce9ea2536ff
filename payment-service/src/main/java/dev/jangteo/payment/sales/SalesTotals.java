package dev.jangteo.payment.sales;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the ledger says, added up as far as no transaction can come in late.
 */
@Component
class SalesTotals {

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	SalesTotals(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Adds what is new, once, whoever else tries.
	 * @return how far it is added up: all transactions below; empty when it was not our
	 * turn
	 */
	OptionalLong advance() {
		return transactions.execute((_) -> jdbc.sql("select horizon::text from sales_horizon for update skip locked")
			.query(Long.class)
			.optional()
			.map((from) -> OptionalLong.of(advance(from)))
			.orElseGet(OptionalLong::empty));
	}

	/** Whatever has been committed by now is of a transaction below. */
	long next() {
		return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text").query(Long.class).single();
	}

	private long advance(long from) {
		long to = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").query(Long.class).single();
		jdbc.sql("""
				insert into sales_totals as total (business_day, currency, category, orders, amount)
				select p.business_day, e.currency, coalesce(p.category, 'OTHER'), count(*), sum(-e.amount)
				from postings p
				join entries e on e.posting_id = p.id and e.account = 'SHOPPER'
				where p.kind = 'CHARGED' and p.written_by >= ?::xid8 and p.written_by < ?::xid8
				group by 1, 2, 3
				on conflict (business_day, currency, category) do update
				set orders = total.orders + excluded.orders, amount = total.amount + excluded.amount
				""").params(Long.toString(from), Long.toString(to)).update();
		jdbc.sql("update sales_horizon set horizon = ?::xid8").param(Long.toString(to)).update();
		return to;
	}

	Tally read(LocalDate day) {
		var fields = new HashMap<String, Long>();
		jdbc.sql("select currency, category, orders, amount from sales_totals where business_day = ?")
			.param(day)
			.query((row) -> {
				var currency = row.getString("currency");
				var category = row.getString("category");
				fields.put(Tally.field(currency, category, Tally.COUNT), row.getLong("orders"));
				fields.put(Tally.field(currency, category, Tally.AMOUNT),
						Units.of(row.getBigDecimal("amount"), Currency.getInstance(currency)));
			});
		return new Tally(fields);
	}

}
