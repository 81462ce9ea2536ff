package dev.jangteo.payment.verification;

import java.util.UUID;

import dev.jangteo.payment.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Two who do not believe the same.
 *
 * @param found what is there, in a few words
 */
public record Difference(Kind kind, @Nullable OrderId orderId, @Nullable UUID paymentId, String found) {

	/** What to do about it. */
	public String advice() {
		return kind.advice;
	}

	/** Whether it is mended without a person. */
	public boolean mendable() {
		return kind.mendable;
	}

	/**
	 * In what they differ.
	 */
	public enum Kind {

		/** The order goes on as paid by card, and no charge is known. */
		ORDER_NOT_PAID("Ask the provider for the order; if it was not charged, the order must be stopped or paid.",
				false),

		/** The order has ended, and its charge stays. */
		CLOSED_ORDER_NOT_REFUNDED("The refund is requested again by itself.", true),

		/** The order waits for a payment we have. */
		PAID_ORDER_STILL_PENDING("The payment is announced again by itself.", true),

		/** The order's total is not what was charged. */
		AMOUNT_DIFFERS("Compare both; refund the difference or correct the order.", false),

		/** A charge or refund that is not in the books as it is in the payment. */
		LEDGER_DIFFERS("The missing posting must be found in the log and written by a correction.", false),

		/** The provider has moved money of a payment nobody here knows. */
		UNKNOWN_HERE("Look it up in the provider's pages and give it back.", false),

		/** The provider has charged or given back more than we know. */
		PROVIDER_AHEAD("The provider is asked again by itself.", true),

		/** We know of a charge or a refund the provider has not. */
		PROVIDER_BEHIND("Ask the provider; until then do not pay out the order.", false);

		private final String advice;

		private final boolean mendable;

		Kind(String advice, boolean mendable) {
			this.advice = advice;
			this.mendable = mendable;
		}

	}

}
