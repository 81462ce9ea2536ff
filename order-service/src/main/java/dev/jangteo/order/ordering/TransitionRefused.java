package dev.jangteo.order.ordering;

/**
 * An order cannot go there from where it stands.
 */
public final class TransitionRefused extends RuntimeException {

	private final OrderStatus status;

	TransitionRefused(OrderStatus status, OrderStatus target) {
		super("An order that is %s cannot become %s.".formatted(status, target), null, false, false);
		this.status = status;
	}

	/** Where the order stands. */
	public OrderStatus status() {
		return status;
	}

}
