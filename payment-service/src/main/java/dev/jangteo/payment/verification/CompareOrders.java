package dev.jangteo.payment.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.verification.Difference.Kind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares orders as we have heard of them with our payments, and payments with the
 * ledger.
 */
@Component
class CompareOrders {

	private static final int MOST = 500;

	private final JdbcClient jdbc;

	CompareOrders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Differences of orders placed in a time.
	 * @param settledBefore what has changed later is not looked at
	 */
	List<Difference> withPayments(Instant from, Instant settledBefore) {
		return jdbc.sql("""
				with known as (
					select o.id, o.status, (o.terms #>> '{total,amount}')::numeric as total
					from copied_orders o
					where o.id >= ? and o.id < ? and not o.gone and o.terms ->> 'paymentMethod' = 'CARD'
				), compared as (
					select o.id, p.id as payment_id, o.status, p.status as paid, p.refund_state,
						case
							when o.status in ('PLACED', 'ACCEPTED', 'DISPATCHED', 'DELIVERED')
								and (p.id is null or p.status in ('REQUESTED', 'UNKNOWN')) then 'ORDER_NOT_PAID'
							when p.updated_at >= ? then null
							when o.status in ('PLACED', 'ACCEPTED', 'DISPATCHED') and p.status = 'REFUNDED'
								then 'ORDER_NOT_PAID'
							when o.status in ('REJECTED', 'CANCELLED', 'EXPIRED') and p.status = 'APPROVED'
								and p.refund_state = 'NONE' then 'CLOSED_ORDER_NOT_REFUNDED'
							when o.status = 'PENDING_PAYMENT' and p.status = 'APPROVED' then 'PAID_ORDER_STILL_PENDING'
							when p.amount <> o.total then 'AMOUNT_DIFFERS'
						end as kind
					from known o
					left join payments p on p.order_id = o.id and p.status <> 'DECLINED'
				)
				select id, payment_id, kind, status || ', ' || coalesce(paid, 'no payment') as found
				from compared
				where kind is not null
				order by id
				limit ?
				""")
			.params(first(from), first(settledBefore), settledBefore.atOffset(ZoneOffset.UTC), MOST)
			.query(CompareOrders::read)
			.list();
	}

	/** Differences of payments requested in a time. */
	List<Difference> withLedger(Instant from, Instant to) {
		return jdbc.sql("""
				with booked as (
					select p.payment_id, sum(e.amount) filter (where p.kind = 'CHARGED') as charged,
						sum(e.amount) filter (where p.kind = 'REFUNDED') as refunded
					from postings p
					join entries e on e.posting_id = p.id and e.account = 'SHOPPER'
					where p.payment_id >= ? and p.payment_id < ?
					group by p.payment_id
				)
				select p.order_id as id, p.id as payment_id, 'LEDGER_DIFFERS' as kind,
					'charged ' || coalesce(-b.charged, 0) || ', refunded ' || coalesce(b.refunded, 0) as found
				from payments p
				full join booked b on b.payment_id = p.id
				where (p.id is null or p.id >= ? and p.id < ?)
				and (case when p.approved_at is null then 0 else p.amount end <> coalesce(-b.charged, 0)
					or coalesce(p.refunded, 0) <> coalesce(b.refunded, 0))
				order by 2
				limit ?
				""").params(first(from), first(to), first(from), first(to), MOST).query(CompareOrders::read).list();
	}

	private static Difference read(ResultSet row, int number) throws SQLException {
		return new Difference(Kind.valueOf(row.getString("kind")), new OrderId(row.getObject("id", UUID.class)),
				row.getObject("payment_id", UUID.class), row.getString("found"));
	}

	/** The least id made at a time or later: ids are made in time order. */
	private static UUID first(Instant when) {
		return new UUID(when.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
	}

}
