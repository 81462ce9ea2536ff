package dev.jangteo.order.ordering;

/**
 * Where an order stands, and where it may go from there.
 */
public enum OrderStatus {

	/** Holds its stock, unseen by the shop, until it is paid. */
	PENDING_PAYMENT,

	/** Waits for the shop's answer. */
	PLACED,

	/** The shop prepares it. */
	ACCEPTED,

	/** On its way. */
	DISPATCHED,

	/** Handed over. */
	DELIVERED,

	/** Refused by the shop. */
	REJECTED,

	/** Withdrawn by the shopper. */
	CANCELLED,

	/** Not paid or not answered in time. */
	EXPIRED;

	boolean leadsTo(OrderStatus target) {
		return switch (this) {
			case PENDING_PAYMENT -> target == PLACED || target == CANCELLED || target == EXPIRED;
			case PLACED -> target == ACCEPTED || target == REJECTED || target == CANCELLED || target == EXPIRED;
			case ACCEPTED -> target == DISPATCHED;
			case DISPATCHED -> target == DELIVERED;
			case DELIVERED, REJECTED, CANCELLED, EXPIRED -> false;
		};
	}

	/** Whether nothing can happen to it any more. */
	public boolean isFinal() {
		return switch (this) {
			case PENDING_PAYMENT, PLACED, ACCEPTED, DISPATCHED -> false;
			case DELIVERED, REJECTED, CANCELLED, EXPIRED -> true;
		};
	}

	/** Whether it ended without having been delivered. */
	boolean cameToNothing() {
		return switch (this) {
			case PENDING_PAYMENT, PLACED, ACCEPTED, DISPATCHED, DELIVERED -> false;
			case REJECTED, CANCELLED, EXPIRED -> true;
		};
	}

}
