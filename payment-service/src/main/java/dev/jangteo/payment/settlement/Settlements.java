package dev.jangteo.payment.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The read side: what was settled.
 */
@Component
public class Settlements {

	private final JdbcClient jdbc;

	Settlements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of an owner's settlements, the newest first.
	 * @param before the last one of the page before
	 */
	public List<Settlement> of(MemberId owner, @Nullable Position before, int limit) {
		var from = (before != null) ? before : new Position(LocalDate.of(9999, 12, 31), "");
		return jdbc.sql(Settlement.COLUMNS + """
				where owner_id = ? and (business_day, currency) < (?, ?)
				order by business_day desc, currency desc
				limit ?
				""").params(owner.value(), from.day(), from.currency(), limit).query(Settlement::read).list();
	}

	/** A settlement, if it is this owner's. */
	public Optional<Settlement> findOf(MemberId owner, SettlementId id) {
		return jdbc.sql(Settlement.COLUMNS + "where id = ? and owner_id = ?")
			.params(id.value(), owner.value())
			.query(Settlement::read)
			.optional();
	}

	/**
	 * The lines of a statement, in the order they were written.
	 * @param after the last line of the page before
	 */
	public List<Line> lines(SettlementId settlement, @Nullable UUID after, int limit) {
		return jdbc.sql("""
				select p.id, p.order_id, p.kind, p.at, e.currency,
					coalesce(sum(e.amount) filter (where e.account in ('SHOPPER', 'DOOR_CASH')), 0) as amount,
					coalesce(sum(-e.amount) filter (where e.account = 'COMMISSION'), 0) as commission,
					coalesce(sum(-e.amount) filter (where e.account = 'COMMISSION_VAT'), 0) as commission_vat
				from settled_postings s
				join postings p on p.id = s.posting_id
				join entries e on e.posting_id = p.id
				where s.settlement_id = ? and s.posting_id > ?
				group by p.id, e.currency
				order by p.id
				limit ?
				""")
			.params(settlement.value(), (after != null) ? after : new UUID(0, 0), limit)
			.query((row, _) -> new Line(row.getObject("id", UUID.class),
					new OrderId(row.getObject("order_id", UUID.class)), Line.Kind.of(row.getString("kind")),
					money(row.getBigDecimal("amount"), row.getString("currency")),
					money(row.getBigDecimal("commission"), row.getString("currency")),
					money(row.getBigDecimal("commission_vat"), row.getString("currency")),
					row.getObject("at", OffsetDateTime.class).toInstant()))
			.list();
	}

	private static Money money(BigDecimal amount, String currency) {
		return Money.of(amount, currency);
	}

	/**
	 * Where a page ends.
	 */
	public record Position(LocalDate day, String currency) {
	}

	/**
	 * A line of a statement.
	 *
	 * @param amount what the shopper paid, negative when it went back
	 */
	public record Line(UUID id, OrderId orderId, Kind kind, Money amount, Money commission, Money commissionVat,
			Instant at) {

		/**
		 * Where the money came from.
		 */
		public enum Kind {

			/** A card; negative amounts went back to it. */
			CARD,

			/** The owner has it already. */
			CASH;

			private static Kind of(String posting) {
				return "CASH_DELIVERED".equals(posting) ? CASH : CARD;
			}

		}

	}

}
