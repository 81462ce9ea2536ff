package dev.jangteo.acceptance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

/**
 * What the provider, payment-service, its ledger and order-service believe of card
 * orders, read past all interfaces: they must agree to the won.
 *
 * @param orders as order-service has them
 * @param provider what is charged and was not given back, by order
 * @param payments the same
 * @param ledger the same
 */
record Agreement(Map<String, Ordered> orders, Map<String, Long> provider, Map<String, Long> payments,
		Map<String, Long> ledger) {

	static Agreement read(Stage stage) {

		try (var orders = stage.database("order-service"); var payments = stage.database("payment-service")) {
			return new Agreement(orders(orders), provider(stage.provider().get("/sandbox/books").expect(200).body()),
					sums(payments, """
							select order_id, sum(amount - refunded)
							from payments
							where approved_at is not null
							group by order_id
							"""), sums(payments, """
							select order_id, sum(amount)
							from postings
							join entries on posting_id = id
							where account in ('PROVIDER_CLEARING', 'PROVIDER_FEE')
							group by order_id
							"""));
		}
		catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * Orders of which they believe different things, or the wrong thing.
	 */
	List<String> broken(Collection<String> among) {

		var broken = new ArrayList<String>();

		for (String order : among) {

			var ordered = this.orders.get(order);
			var stays = (ordered != null) ? ordered.stays() : 0L;

			if (ordered == null || ordered.isUndecided()
					|| !Objects.equals(this.provider.getOrDefault(order, 0L), stays)
					|| !Objects.equals(this.payments.getOrDefault(order, 0L), stays)
					|| !Objects.equals(this.ledger.getOrDefault(order, 0L), stays)) {
				broken.add("%s %s: provider %s, payments %s, ledger %s".formatted(order, ordered,
						this.provider.get(order), this.payments.get(order), this.ledger.get(order)));
			}
		}

		return broken;
	}

	/**
	 * How many payments nobody knows the outcome of.
	 */
	static long unknown(Stage stage) {

		try (var payments = stage.database("payment-service")) {
			return sums(payments, """
					select 'unknown', count(*)
					from payments
					where status in ('REQUESTED', 'UNKNOWN')
					""").getOrDefault("unknown", 0L);
		}
		catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Map<String, Ordered> orders(Connection connection) throws SQLException {

		var orders = new HashMap<String, Ordered>();

		try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
				select id, status, total, payment_status, refund
				from orders
				where payment_method = 'CARD'
				""")) {
			while (row.next()) {
				orders.put(row.getString(1), new Ordered(row.getString(2), won(row.getBigDecimal(3)),
						String.valueOf(row.getString(4)), String.valueOf(row.getString(5))));
			}
		}

		return orders;
	}

	private static Map<String, Long> provider(JsonNode books) {

		var balances = new HashMap<String, Long>();

		books.path("payments")
			.valueStream()
			.filter((payment) -> payment.path("approvals").asInt() > 0)
			.forEach((payment) -> balances.merge(payment.path("orderId").asString(),
					payment.path("balanceAmount").asLong(), Long::sum));

		return balances;
	}

	private static Map<String, Long> sums(Connection connection, String query) throws SQLException {

		var sums = new HashMap<String, Long>();

		try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			while (row.next()) {
				sums.put(row.getString(1), won(row.getBigDecimal(2)));
			}
		}

		return sums;
	}

	private static long won(BigDecimal amount) {
		return amount.longValueExact();
	}

	/**
	 * A card order as order-service shows it.
	 *
	 * @param payment how its payment stands, as far as it has heard
	 */
	record Ordered(String status, long total, String payment, String refund) {

		private long stays() {

			return switch (this.status) {
				case "PLACED", "ACCEPTED", "DISPATCHED", "DELIVERED" -> this.total;
				default -> 0;
			};
		}

		// What goes on is shown as paid; what was paid and came to nothing as paid back.
		private boolean isUndecided() {

			return switch (this.payment) {
				case "APPROVED" -> stays() == 0;
				case "REFUNDED" -> stays() != 0 || !this.refund.equals("DONE");
				case "DECLINED", "null" -> stays() != 0;
				default -> true;
			};
		}

	}

}
