package dev.jangteo.payment.orders;

/**
 * Where an order stands, in order-service's words.
 */
public enum OrderStatus {

	PENDING_PAYMENT, PLACED, ACCEPTED, DISPATCHED, DELIVERED, REJECTED, CANCELLED, EXPIRED;

	/** Whether it has ended without being delivered, so that its money goes back. */
	public boolean isClosed() {
		return switch (this) {
			case REJECTED, CANCELLED, EXPIRED -> true;
			case PENDING_PAYMENT, PLACED, ACCEPTED, DISPATCHED, DELIVERED -> false;
		};
	}

	/** Whether nothing can happen to it any more. */
	public boolean isFinal() {
		return this == DELIVERED || isClosed();
	}

}
