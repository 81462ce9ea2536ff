package dev.jangteo.payment.paying;

/**
 * Where a payment stands.
 */
public enum PaymentStatus {

	/** Written down; the provider is being asked. */
	REQUESTED,

	/** Charged. */
	APPROVED,

	/** Not charged, for a reason. */
	DECLINED,

	/** Nobody knows yet whether it was charged. */
	UNKNOWN,

	/** Charged, and part of it given back. */
	PARTIALLY_REFUNDED,

	/** Charged, and all of it given back. */
	REFUNDED;

	/** Whether it is not decided yet. */
	public boolean isOpen() {
		return this == REQUESTED || this == UNKNOWN;
	}

}
