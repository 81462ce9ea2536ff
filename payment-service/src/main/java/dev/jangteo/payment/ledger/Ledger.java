package dev.jangteo.payment.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.defaults.Money;
import dev.jangteo.events.UuidV7;
import dev.jangteo.payment.orders.OrderId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger in PostgreSQL. Every verb belongs into the transaction of what it records.
 */
@Component
class Ledger {

	private final JdbcClient jdbc;

	Ledger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Writes a posting, unless its cause has been written before. */
	void post(Posting posting, LocalDate businessDay) {
		if (posting.entries().isEmpty()) {
			return;
		}
		var entries = posting.entries();
		jdbc.sql("""
				with posted as (
					insert into postings (id, cause, kind, order_id, payment_id, owner_id, category, business_day, at)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)
					on conflict (cause) do nothing
					returning id, owner_id, business_day
				), unsettled as (
					insert into unsettled_postings (posting_id, owner_id, currency, business_day)
					select id, owner_id, ?, business_day
					from posted
					where owner_id is not null
				)
				insert into entries (posting_id, account, currency, amount)
				select posted.id, entry.account, ?, entry.amount
				from posted, unnest(?::text[], ?::numeric[]) as entry (account, amount)
				""")
			.param(UuidV7.next())
			.param(posting.cause())
			.param(posting.kind().name())
			.param(posting.order().value())
			.param(posting.payment())
			.param((posting.owner() != null) ? posting.owner().value() : null)
			.param(posting.category())
			.param(businessDay)
			.param(posting.at().atOffset(ZoneOffset.UTC))
			.param(entries.getFirst().amount().currency().getCurrencyCode())
			.param(entries.getFirst().amount().currency().getCurrencyCode())
			.param(ArrayLiteral.of(entries.stream().map(Posting.Entry::account).toList()))
			.param(ArrayLiteral.of(entries.stream().map((entry) -> entry.amount().amount()).toList()))
			.update();
	}

	/** Makes the books of an order this transaction's alone until it ends. */
	void lock(OrderId order) {
		var id = order.value();
		jdbc.sql("select pg_advisory_xact_lock(?)")
			.param(id.getMostSignificantBits() ^ id.getLeastSignificantBits())
			.query((_) -> {
			});
	}

	/** What stands on an account for an order. */
	Money balance(OrderId order, Account account, Currency currency) {
		return new Money(sum(order.value(), account, currency), currency);
	}

	/** How many postings of a kind an order has. */
	int count(OrderId order, Posting.Kind kind) {
		return jdbc.sql("select count(*) from postings where order_id = ? and kind = ?")
			.params(order.value(), kind.name())
			.query(Integer.class)
			.single();
	}

	private BigDecimal sum(UUID order, Account account, Currency currency) {
		return jdbc.sql("""
				select coalesce(sum(e.amount), 0)
				from postings p
				join entries e on e.posting_id = p.id
				where p.order_id = ? and e.account = ? and e.currency = ?
				""").params(order, account.name(), currency.getCurrencyCode()).query(BigDecimal.class).single();
	}

}
