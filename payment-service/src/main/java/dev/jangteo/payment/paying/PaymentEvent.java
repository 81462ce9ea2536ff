package dev.jangteo.payment.paying;

import java.time.Instant;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.provider.Decline;

/**
 * What has happened to a payment.
 */
sealed interface PaymentEvent {

	Instant when();

	/** Charged for its order. */
	record Approved(Money amount, Instant when) implements PaymentEvent {
	}

	record Declined(Decline decline, Instant when) implements PaymentEvent {
	}

	/** Nobody knows what became of it. */
	record Lost(Instant when) implements PaymentEvent {
	}

	/** Charged although it had been given up. */
	record ChargedLate(Money amount, Instant when) implements PaymentEvent {
	}

	record RefundRequested(RefundCause cause, Instant when) implements PaymentEvent {
	}

	/**
	 * Money has gone back.
	 *
	 * @param amount this time
	 * @param inAll with everything before
	 */
	record Refunded(Money amount, Money inAll, Instant when) implements PaymentEvent {
	}

	record RefundFailed(Instant when) implements PaymentEvent {
	}

	/** What a notification calls it. */
	default String name() {
		return switch (this) {
			case Approved __ -> "approved";
			case Declined __ -> "declined";
			case Lost __ -> "unknown";
			case ChargedLate __ -> "charged-late";
			case RefundRequested __ -> "refund-requested";
			case Refunded __ -> "refunded";
			case RefundFailed __ -> "refund-failed";
		};
	}

}
