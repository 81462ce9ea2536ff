package dev.jangteo.payment.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * One change of money: entries that sum to zero.
 *
 * @param cause what there can be only one posting for
 * @param payment which moved the money, if one did
 * @param owner whose account it touches, if one's
 * @param category of what was sold, with a charge
 */
record Posting(String cause, Kind kind, OrderId order, @Nullable UUID payment, @Nullable MemberId owner,
		@Nullable String category, Instant at, List<Entry> entries) {

	Posting {
		entries = entries.stream().filter((entry) -> !entry.amount().isZero()).toList();
		var sum = entries.stream().map((entry) -> entry.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
		if (sum.signum() != 0) {
			throw new IllegalArgumentException("The posting does not balance: " + cause);
		}
	}

	/**
	 * What has moved it.
	 */
	enum Kind {

		CHARGED, REFUNDED, DELIVERED, CASH_DELIVERED, OFFSET

	}

	record Entry(Account account, Money amount) {
	}

}
