package dev.jangteo.payment.paying;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.jangteo.payment.orders.OrderStatus;
import dev.jangteo.payment.orders.OrderTerms;
import dev.jangteo.payment.orders.PaymentMethod;
import dev.jangteo.payment.paying.PaymentRejected.Reason;

/**
 * What may be paid: the first rule that is broken refuses.
 */
record ConfirmationPolicy(Reason reason, BiPredicate<Confirmation, OrderTerms> isBroken) {

	private static final List<ConfirmationPolicy> ALL = List.of(
			new ConfirmationPolicy(Reason.NOT_A_CARD_ORDER, (_, order) -> order.paymentMethod() != PaymentMethod.CARD),
			new ConfirmationPolicy(Reason.ORDER_CLOSED, (_, order) -> order.status().isClosed()),
			new ConfirmationPolicy(Reason.ALREADY_PAID, (_, order) -> order.status() != OrderStatus.PENDING_PAYMENT),
			new ConfirmationPolicy(Reason.CURRENCY_MISMATCH,
					(wanted, order) -> !wanted.amount().currency().equals(order.total().currency())),
			new ConfirmationPolicy(Reason.AMOUNT_MISMATCH, (wanted, order) -> !wanted.amount().equals(order.total())));

	/** The reason to refuse; empty when nothing speaks against it. */
	static Optional<Reason> refusal(Confirmation wanted, OrderTerms order) {
		return ALL.stream()
			.filter((policy) -> policy.isBroken().test(wanted, order))
			.map(ConfirmationPolicy::reason)
			.findFirst();
	}

}
