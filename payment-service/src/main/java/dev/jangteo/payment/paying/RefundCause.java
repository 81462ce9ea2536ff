package dev.jangteo.payment.paying;

/**
 * Why money is given back.
 */
public enum RefundCause {

	/** The order was rejected, cancelled or has expired. */
	ORDER_CLOSED("The order was not carried out"),

	/** A payment given up as not charged was charged after all. */
	CHARGED_LATE("The payment had been given up");

	private final String reason;

	RefundCause(String reason) {
		this.reason = reason;
	}

	/** What the provider shows. */
	String reason() {
		return reason;
	}

}
