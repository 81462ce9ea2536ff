package dev.jangteo.order.payment;

import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.ordering.OrderPayment;
import dev.jangteo.order.ordering.OrderPayment.Refund;

/**
 * A payment as far as its order cares, in payment-service's words. These fields are all
 * we keep of it.
 */
record PaymentTerms(UUID orderId, Status status, Money amount, RefundState refundState) {

	/** Whether no other payment of the order can come after it. */
	boolean counts() {
		return status != Status.DECLINED;
	}

	/** What the order shows of it. A refund that failed is still owed. */
	OrderPayment shownAs(OrderPayment.Status shown) {
		return new OrderPayment(shown, switch (refundState) {
			case NONE -> Refund.NONE;
			case REQUESTED, FAILED -> Refund.REQUESTED;
			case DONE -> Refund.DONE;
		});
	}

	enum Status {

		REQUESTED, APPROVED, DECLINED, UNKNOWN, PARTIALLY_REFUNDED, REFUNDED

	}

	enum RefundState {

		NONE, REQUESTED, DONE, FAILED

	}

}
