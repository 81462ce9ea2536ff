package dev.jangteo.payment.paying;

/**
 * A rule refuses the confirmation. Nothing has happened.
 */
public final class PaymentRejected extends RuntimeException {

	private final Reason reason;

	PaymentRejected(Reason reason) {
		// Everyday business: nobody reads the stack trace, and it would be dear.
		super(reason.sentence, null, false, false);
		this.reason = reason;
	}

	public Reason reason() {
		return reason;
	}

	/**
	 * The rule that refuses.
	 */
	public enum Reason {

		AMOUNT_MISMATCH("The amount is not that of the order."),

		CURRENCY_MISMATCH("The currency is not that of the order."),

		NOT_A_CARD_ORDER("This order is paid on delivery."),

		ALREADY_PAID("This order is paid already."),

		ORDER_CLOSED("This order has ended and cannot be paid any more.");

		private final String sentence;

		Reason(String sentence) {
			this.sentence = sentence;
		}

	}

}
