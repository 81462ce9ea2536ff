package dev.jangteo.payment.settlement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes a business day, some owners at a time, each batch one transaction. It may run
 * twice, at once on two instances, or break off anywhere: what is settled is settled, and
 * the next run goes on. Whatever comes after the end is settled with the next day.
 */
@Service
public class CloseDay {

	private static final int OWNERS = 500;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	CloseDay(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Settles everything up to the day, unless it is closed. */
	public void close(LocalDate day) {
		var now = clock.instant();
		boolean isMore;
		do {
			isMore = Boolean.TRUE.equals(transactions.execute((_) -> closeSome(day, now)));
		}
		while (isMore);
	}

	boolean isClosed(LocalDate day) {
		return jdbc.sql("select exists (select from closed_days where business_day = ?)")
			.param(day)
			.query(Boolean.class)
			.single();
	}

	// One at a time: a second instance waits for the batch and finds it done.
	private boolean closeSome(LocalDate day, Instant now) {
		jdbc.sql("select pg_advisory_xact_lock(hashtext('settlement'))").query((_) -> {
		});
		if (isClosed(day)) {
			return false;
		}
		var owners = owners(day);
		if (owners.isEmpty()) {
			jdbc.sql("insert into closed_days (business_day, closed_at) values (?, ?)")
				.params(day, now.atOffset(ZoneOffset.UTC))
				.update();
			return false;
		}
		var settled = settle(owners, day, now);
		offsetCash(settled, day, now);
		return true;
	}

	private List<UUID> owners(LocalDate day) {
		return jdbc.sql("""
				select distinct owner_id
				from unsettled_postings u
				where business_day <= ?
				and not exists (select from settlements s where s.owner_id = u.owner_id and s.business_day = ?)
				order by owner_id
				limit ?
				""").params(day, day, OWNERS).query(UUID.class).list();
	}

	private List<UUID> settle(List<UUID> owners, LocalDate day, Instant now) {
		return jdbc
			.sql("""
					with taken as (
						delete from unsettled_postings
						where owner_id = any(?::uuid[]) and business_day <= ?
						returning posting_id, owner_id, currency
					), sums as (
						select t.owner_id, t.currency,
							count(distinct p.order_id) filter (where p.kind = 'CASH_DELIVERED'
								or p.cause like '%:delivered:0') as orders,
							coalesce(sum(e.amount) filter (where e.account = 'SHOPPER' and e.amount > 0), 0) as card_sales,
							coalesce(sum(-e.amount) filter (where e.account = 'SHOPPER' and e.amount < 0), 0) as refunds,
							coalesce(sum(e.amount) filter (where e.account = 'DOOR_CASH'), 0) as door_cash,
							coalesce(sum(-e.amount) filter (where e.account = 'COMMISSION'), 0) as commission,
							coalesce(sum(-e.amount) filter (where e.account = 'COMMISSION_VAT'), 0) as commission_vat
						from taken t
						join postings p on p.id = t.posting_id
						join entries e on e.posting_id = t.posting_id
						group by t.owner_id, t.currency
					), nets as (
						select s.*, coalesce(before.carried_out, 0) as carried_in,
							card_sales - refunds - commission - commission_vat + coalesce(before.carried_out, 0) as net
						from sums s
						left join lateral (
							select b.carried_out
							from settlements b
							where b.owner_id = s.owner_id and b.currency = s.currency and b.business_day < ?
							order by b.business_day desc
							limit 1
						) before on true
					), made as (
						insert into settlements (id, owner_id, business_day, currency, orders, card_sales, door_cash, refunds,
							commission, commission_vat, carried_in, net, payout, carried_out, closed_at)
						select uuidv7(), owner_id, ?, currency, orders, card_sales, door_cash, refunds, commission,
							commission_vat, carried_in, net, greatest(net, 0), least(net, 0), ?
						from nets
						returning id, owner_id, currency
					), linked as (
						insert into settled_postings (posting_id, settlement_id)
						select t.posting_id, m.id
						from taken t
						join made m on m.owner_id = t.owner_id and m.currency = t.currency
					)
					select id
					from made
					""")
			.params(ArrayLiteral.of(owners), day, day, day, now.atOffset(ZoneOffset.UTC))
			.query(UUID.class)
			.list();
	}

	/** What an owner has taken at the door need not be paid out. */
	private void offsetCash(List<UUID> settlements, LocalDate day, Instant now) {
		jdbc.sql("""
				with posted as (
					insert into postings (id, cause, kind, owner_id, business_day, at)
					select uuidv7(), 'settlement:' || id || ':offset', 'OFFSET', owner_id, ?, ?
					from settlements
					where id = any(?::uuid[]) and door_cash <> 0
					returning id, cause
				)
				insert into entries (posting_id, account, currency, amount)
				select p.id, side.account, s.currency, s.door_cash * side.sign
				from posted p
				join settlements s on p.cause = 'settlement:' || s.id || ':offset' and s.id = any(?::uuid[])
				cross join (values ('OWNER_PAYABLE', 1), ('DOOR_CASH', -1)) as side (account, sign)
				""")
			.params(day, now.atOffset(ZoneOffset.UTC), ArrayLiteral.of(settlements), ArrayLiteral.of(settlements))
			.update();
	}

}
