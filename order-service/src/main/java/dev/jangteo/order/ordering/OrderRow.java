package dev.jangteo.order.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of the orders as a view.
 */
final class OrderRow {

	private static final String COLUMNS = """
			o.id, o.version, o.shop_id, o.shop_name, o.owner_id, o.member_id, o.status, o.payment_method, o.currency,
			o.items_total, o.delivery_fee, o.total, o.lines::text as lines, o.delivery::text as delivery, o.wish,
			o.placed_at, o.expires_at, o.accepted_at, o.ready_minutes, o.dispatched_at, o.delivered_at, o.closed_at,
			o.rejection_reason, o.rejection_message, o.payment_status, o.refund, o.updated_at""";

	private OrderRow() {
	}

	/**
	 * A statement that reads whole orders.
	 * @param rest its conditions, with {@code o} for the table
	 */
	static String select(String rest) {
		return "select %s%nfrom orders o%n%s".formatted(COLUMNS, rest);
	}

	/**
	 * The same with one more column.
	 */
	static String select(String rest, String column) {
		return "select %s, %s%nfrom orders o%n%s".formatted(COLUMNS, column, rest);
	}

	static OrderView read(ResultSet row, int number) throws SQLException {
		return new OrderView(new OrderId(uuid(row, "id")), row.getLong("version"), new ShopId(uuid(row, "shop_id")),
				row.getString("shop_name"), new MemberId(uuid(row, "owner_id")), new MemberId(uuid(row, "member_id")),
				OrderStatus.valueOf(row.getString("status")), PaymentMethod.valueOf(row.getString("payment_method")),
				OrderView.Line.of(JsonColumns.read(row.getString("lines"), OrderLines.class)),
				money(row, "items_total"), money(row, "delivery_fee"), money(row, "total"),
				JsonColumns.read(row.getString("delivery"), Delivery.class), row.getString("wish"),
				row.getObject("placed_at", OffsetDateTime.class).toInstant(), instant(row, "expires_at"),
				instant(row, "accepted_at"), row.getObject("ready_minutes", Integer.class),
				instant(row, "dispatched_at"), instant(row, "delivered_at"), instant(row, "closed_at"), rejection(row),
				payment(row), row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

	private static UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	private static Money money(ResultSet row, String column) throws SQLException {
		return Money.of(row.getBigDecimal(column), row.getString("currency"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OrderPayment payment(ResultSet row) throws SQLException {
		var status = row.getString("payment_status");
		return (status != null) ? OrderPayment.of(OrderPayment.Status.valueOf(status),
				OrderPayment.Refund.valueOf(row.getString("refund")), OrderStatus.valueOf(row.getString("status")))
				: null;
	}

	private static @Nullable Rejection rejection(ResultSet row) throws SQLException {
		var reason = row.getString("rejection_reason");
		return (reason != null) ? new Rejection(Rejection.Reason.valueOf(reason), row.getString("rejection_message"))
				: null;
	}

}
