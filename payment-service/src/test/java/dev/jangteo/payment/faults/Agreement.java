package dev.jangteo.payment.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What four parties believe of each order, side by side: the provider's books, our
 * payments, our ledger, and the order itself. All of them must agree to the won.
 *
 * @param theirs in the provider's books, by order
 * @param ours in our payments
 * @param booked in the ledger
 */
record Agreement(Map<UUID, Side> theirs, Map<UUID, Side> ours, Map<UUID, Side> booked) {

	private static final Side NOTHING = new Side(0, 0, 0, 0);

	static Agreement of(JsonNode books, JdbcClient jdbc) {
		return new Agreement(theirs(books),
				sides(jdbc,
						"""
								select order_id, coalesce(sum(amount) filter (where approved_at is not null), 0) as charged,
									sum(refunded) as refunded,
									count(*) filter (where approved_at is not null and refunded < amount) as standing,
									count(*) filter (where status in ('REQUESTED', 'UNKNOWN') or refund_state in ('REQUESTED', 'FAILED'))
										as wrong
								from payments
								group by order_id
								"""),
				sides(jdbc,
						"""
								select order_id,
									coalesce(sum(amount) filter (where kind = 'CHARGED' and account like 'PROVIDER%'), 0) as charged,
									coalesce(-sum(amount) filter (where kind = 'REFUNDED' and account like 'PROVIDER%'), 0) as refunded,
									count(distinct payment_id) filter (where kind = 'CHARGED')
										- count(distinct payment_id) filter (where kind = 'REFUNDED') as standing,
									(sum(amount) <> 0)::int as wrong
								from postings
								join entries on posting_id = id
								where order_id is not null
								group by order_id
								"""));
	}

	private static Map<UUID, Side> theirs(JsonNode books) {
		var sides = new HashMap<UUID, Side>();
		books.at("/payments").forEach((payment) -> {
			var approvals = payment.at("/approvals").asInt();
			if (approvals > 0) {
				var total = payment.at("/totalAmount").asLong();
				var left = payment.at("/balanceAmount").asLong();
				sides.merge(UUID.fromString(payment.at("/orderId").asString()),
						new Side(total * approvals, total - left, (left > 0) ? 1 : 0, (approvals > 1) ? 1 : 0),
						Side::plus);
			}
		});
		return sides;
	}

	private static Map<UUID, Side> sides(JdbcClient jdbc, String statement) {
		var sides = new HashMap<UUID, Side>();
		jdbc.sql(statement).query((row) -> {
			sides.put(row.getObject("order_id", UUID.class), new Side(won(row.getBigDecimal("charged")),
					won(row.getBigDecimal("refunded")), row.getInt("standing"), row.getInt("wrong")));
		});
		return sides;
	}

	private static long won(BigDecimal amount) {
		return amount.longValueExact();
	}

	/**
	 * In what they differ, an order a line.
	 * @param orders how each of the orders has ended
	 */
	List<String> broken(Map<UUID, End> orders) {
		var broken = new ArrayList<String>();
		orders.forEach((order, end) -> {
			var their = theirs.getOrDefault(order, NOTHING);
			var our = ours.getOrDefault(order, NOTHING);
			var book = booked.getOrDefault(order, NOTHING);
			var agree = their.equals(our) && our.equals(book);
			var stays = end.isPaidFor() ? end.amount() : 0;
			if (!agree || their.net() != stays || their.standing() > 1 || their.wrong() != 0) {
				broken.add("%s %s: provider %s, payments %s, ledger %s".formatted(order, end, their, our, book));
			}
		});
		return broken;
	}

	/**
	 * How an order has ended.
	 */
	record End(String status, long amount) {

		private boolean isPaidFor() {
			return List.of("PLACED", "ACCEPTED", "DISPATCHED", "DELIVERED").contains(status);
		}

	}

	/**
	 * What one party believes.
	 *
	 * @param charged in all, also what went back
	 * @param standing charges of which something has stayed
	 * @param wrong what is wrong with it by itself: undecided, charged twice, unbalanced
	 */
	record Side(long charged, long refunded, int standing, int wrong) {

		private long net() {
			return charged - refunded;
		}

		private Side plus(Side other) {
			return new Side(charged + other.charged, refunded + other.refunded, standing + other.standing,
					wrong + other.wrong);
		}

	}

}
