package dev.jangteo.payment.paying.web;

import java.time.Instant;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.paying.PaymentId;
import dev.jangteo.payment.paying.PaymentStatus;
import dev.jangteo.payment.paying.PaymentView;
import dev.jangteo.payment.paying.RefundState;
import dev.jangteo.payment.provider.Decline;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its shopper sees it.
 */
record PaymentRepresentation(PaymentId id, OrderId orderId, PaymentStatus status, Money amount, Money refunded,
		RefundState refund, @Nullable Reason decline, Instant requestedAt, @Nullable Instant approvedAt) {

	static PaymentRepresentation of(PaymentView payment) {
		return new PaymentRepresentation(payment.id(), payment.orderId(), payment.status(), payment.amount(),
				payment.refunded(), payment.refundState(), Reason.of(payment.decline()), payment.requestedAt(),
				payment.approvedAt());
	}

	/**
	 * Why it was not charged.
	 */
	record Reason(Decline code, String message) {

		private static @Nullable Reason of(@Nullable Decline decline) {
			return (decline != null) ? new Reason(decline, decline.sentence()) : null;
		}

	}

}
