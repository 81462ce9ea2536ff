package dev.jangteo.order.ordering;

import org.jspecify.annotations.Nullable;

/**
 * What an order shows of its payment. Nothing of a card: that is the provider's business.
 *
 * @param refund whether money goes back
 */
public record OrderPayment(Status status, Refund refund) {

	/**
	 * As it is to be shown: what was paid for an order that came to nothing goes back,
	 * and nobody has to ask for it.
	 */
	static @Nullable OrderPayment of(@Nullable Status status, @Nullable Refund refund, OrderStatus order) {
		if (status == null || refund == null) {
			return null;
		}
		var due = refund == Refund.NONE && status.isCharged() && order.cameToNothing();
		return new OrderPayment(status, due ? Refund.REQUESTED : refund);
	}

	/**
	 * How far the payment came.
	 */
	public enum Status {

		/** Refused; another one may be tried. */
		DECLINED,

		/** The provider has not answered yet. */
		UNKNOWN,

		/** Charged. */
		APPROVED,

		/** Charged, and a part has gone back. */
		PARTIALLY_REFUNDED,

		/** Everything has gone back. */
		REFUNDED;

		/** Whether the platform holds money of the shopper. */
		boolean isCharged() {
			return switch (this) {
				case APPROVED, PARTIALLY_REFUNDED -> true;
				case DECLINED, UNKNOWN, REFUNDED -> false;
			};
		}

	}

	/**
	 * How far the money is on its way back.
	 */
	public enum Refund {

		NONE, REQUESTED, DONE

	}

}
