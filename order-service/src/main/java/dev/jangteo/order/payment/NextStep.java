package dev.jangteo.order.payment;

import dev.jangteo.order.ordering.OrderPayment;

/**
 * What an order does about a payment.
 */
sealed interface NextStep {

	/** Nothing yet. */
	record Wait() implements NextStep {
	}

	/**
	 * It shows how the payment stands. What was charged for an order that has come to
	 * nothing is refunded by payment-service, which follows the order.
	 */
	record Show(OrderPayment payment) implements NextStep {
	}

	/** It is paid, and placed. */
	record Place(OrderPayment payment) implements NextStep {
	}

	/**
	 * It shows the payment and is not placed, because another sum was charged: it
	 * expires, and the payment goes back.
	 */
	record Distrust(OrderPayment payment) implements NextStep {
	}

}
