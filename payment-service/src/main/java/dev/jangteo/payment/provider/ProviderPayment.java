package dev.jangteo.payment.provider;

import java.time.Instant;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the provider has it.
 *
 * @param total what was charged, or would be
 * @param balance what is left of it after all refunds
 * @param approvedAt when it was charged
 */
public record ProviderPayment(PaymentKey key, OrderId order, Standing standing, Money total, Money balance,
		@Nullable Instant approvedAt) {

	/** What has been given back. */
	public Money refunded() {
		return total.minus(balance);
	}

	/**
	 * How far it has come.
	 */
	public enum Standing {

		/** The shopper is on the way; nothing is charged yet. */
		OPEN,

		/** Charged, whatever was given back since. */
		CHARGED,

		/** Over without a charge. */
		ENDED

	}

}
