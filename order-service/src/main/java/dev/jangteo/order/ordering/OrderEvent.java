package dev.jangteo.order.ordering;

import java.time.Instant;

/**
 * What has happened to an order.
 */
sealed interface OrderEvent {

	OrderId order();

	Instant when();

	record Paid(OrderId order, Instant when) implements OrderEvent {
	}

	record Accepted(OrderId order, Instant when) implements OrderEvent {
	}

	record Rejected(OrderId order, Instant when) implements OrderEvent {
	}

	record Dispatched(OrderId order, Instant when) implements OrderEvent {
	}

	record Delivered(OrderId order, Instant when) implements OrderEvent {
	}

	record Cancelled(OrderId order, Instant when) implements OrderEvent {
	}

	record Expired(OrderId order, Instant when) implements OrderEvent {
	}

	/** The order stands where it stood and shows another state of its payment. */
	record PaymentNoted(OrderId order, Instant when) implements OrderEvent {
	}

	/** What a notification calls it. */
	default String name() {
		return switch (this) {
			case Paid __ -> "paid";
			case Accepted __ -> "accepted";
			case Rejected __ -> "rejected";
			case Dispatched __ -> "dispatched";
			case Delivered __ -> "delivered";
			case Cancelled __ -> "cancelled";
			case Expired __ -> "expired";
			case PaymentNoted __ -> "payment-noted";
		};
	}

	/** Whether the stock an order holds is free again. */
	default boolean freesStock() {
		return switch (this) {
			case Rejected __ -> true;
			case Cancelled __ -> true;
			case Expired __ -> true;
			case Paid __ -> false;
			case Accepted __ -> false;
			case Dispatched __ -> false;
			case Delivered __ -> false;
			case PaymentNoted __ -> false;
		};
	}

}
