package dev.jangteo.order.payment;

import java.util.List;
import java.util.Optional;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.ordering.OrderPayment;
import dev.jangteo.order.ordering.OrderStatus;

/**
 * Decides, and does nothing else. It is asked again whenever something about a payment
 * has changed, in any order and any number of times, and answers from what is known now.
 */
final class OrderPaymentProcess {

	private OrderPaymentProcess() {
	}

	/**
	 * What an order does, given all its payments.
	 * @param payments oldest first
	 */
	static NextStep on(OrderStatus order, Money total, List<PaymentTerms> payments) {
		return theOneThatCounts(payments).map((payment) -> on(order, total, payment)).orElseGet(NextStep.Wait::new);
	}

	private static NextStep on(OrderStatus order, Money total, PaymentTerms payment) {
		return switch (payment.status()) {
			case REQUESTED -> new NextStep.Wait();
			case DECLINED -> new NextStep.Show(payment.shownAs(OrderPayment.Status.DECLINED));
			case UNKNOWN -> new NextStep.Show(payment.shownAs(OrderPayment.Status.UNKNOWN));
			case APPROVED ->
				onApproval(order, payment.amount().equals(total), payment.shownAs(OrderPayment.Status.APPROVED));
			case PARTIALLY_REFUNDED -> new NextStep.Show(payment.shownAs(OrderPayment.Status.PARTIALLY_REFUNDED));
			case REFUNDED -> new NextStep.Show(payment.shownAs(OrderPayment.Status.REFUNDED));
		};
	}

	private static NextStep onApproval(OrderStatus order, boolean isTheWholeSum, OrderPayment shown) {
		return switch (order) {
			case PENDING_PAYMENT -> isTheWholeSum ? new NextStep.Place(shown) : new NextStep.Distrust(shown);
			case PLACED, ACCEPTED, DISPATCHED, DELIVERED, REJECTED, CANCELLED, EXPIRED -> new NextStep.Show(shown);
		};
	}

	// Payment-service holds at most one that is not declined.
	private static Optional<PaymentTerms> theOneThatCounts(List<PaymentTerms> payments) {
		return payments.stream()
			.filter(PaymentTerms::counts)
			.findFirst()
			.or(() -> payments.reversed().stream().findFirst());
	}

}
