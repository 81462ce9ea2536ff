package dev.jangteo.order.ordering;

import java.util.Map;

/**
 * A rule refuses the order. Nothing has happened.
 */
public final class OrderRejected extends RuntimeException {

	private final Reason reason;

	private final Map<String, Object> facts;

	private OrderRejected(Reason reason, String message, Map<String, Object> facts) {
		// Everyday business: nobody reads the stack trace, and it would be dear.
		super(message, null, false, false);
		this.reason = reason;
		this.facts = Map.copyOf(facts);
	}

	static OrderRejected because(Reason reason, String message) {
		return new OrderRejected(reason, message, Map.of());
	}

	static OrderRejected because(Reason reason, String message, Map<String, Object> facts) {
		return new OrderRejected(reason, message, facts);
	}

	public Reason reason() {
		return reason;
	}

	/** What the shopper can go on with, e.g. the new total. */
	public Map<String, Object> facts() {
		return facts;
	}

	/**
	 * The rule that refuses.
	 */
	public enum Reason {

		SHOP_UNKNOWN, SHOP_CLOSED, OUT_OF_DELIVERY_AREA, PRODUCT_UNKNOWN, SOLD_OUT, OPTION_UNKNOWN, OPTION_REQUIRED,
		TOO_MANY_OPTIONS, TOTAL_TOO_LARGE, BELOW_MINIMUM, PRICE_CHANGED

	}

}
