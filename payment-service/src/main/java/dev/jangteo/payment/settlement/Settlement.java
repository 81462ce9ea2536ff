package dev.jangteo.payment.settlement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;

/**
 * What an owner has earned on a business day.
 *
 * @param orders how many were delivered
 * @param cardSales what shoppers paid by card for orders delivered
 * @param doorCash what the owner has taken at the door, and so has already
 * @param refunds what went back to cards of orders delivered
 * @param carriedIn what the owner still owed from before, negative
 * @param net what is due in all, negative when the owner owes it
 * @param payout what is paid to the owner
 * @param carriedOut what the owner owes to the next settlement, negative
 */
public record Settlement(SettlementId id, MemberId ownerId, LocalDate businessDay, int orders, Money cardSales,
		Money doorCash, Money refunds, Money commission, Money commissionVat, Money carriedIn, Money net, Money payout,
		Money carriedOut, Instant closedAt) {

	static final String COLUMNS = """
			select id, owner_id, business_day, currency, orders, card_sales, door_cash, refunds, commission,
				commission_vat, carried_in, net, payout, carried_out, closed_at
			from settlements
			""";

	static Settlement read(ResultSet row, int number) throws SQLException {
		return new Settlement(new SettlementId(row.getObject("id", UUID.class)),
				new MemberId(row.getObject("owner_id", UUID.class)), row.getObject("business_day", LocalDate.class),
				row.getInt("orders"), money(row, "card_sales"), money(row, "door_cash"), money(row, "refunds"),
				money(row, "commission"), money(row, "commission_vat"), money(row, "carried_in"), money(row, "net"),
				money(row, "payout"), money(row, "carried_out"),
				row.getObject("closed_at", OffsetDateTime.class).toInstant());
	}

	private static Money money(ResultSet row, String column) throws SQLException {
		BigDecimal amount = row.getBigDecimal(column);
		return Money.of(amount, row.getString("currency"));
	}

}
