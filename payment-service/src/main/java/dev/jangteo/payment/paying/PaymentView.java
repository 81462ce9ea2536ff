package dev.jangteo.payment.paying;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.Decline;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its shopper may see it, which is without the provider's key.
 */
public record PaymentView(PaymentId id, @JsonIgnore long version, OrderId orderId, MemberId memberId,
		PaymentStatus status, Money amount, Money refunded, RefundState refundState, @Nullable Decline decline,
		Instant requestedAt, @Nullable Instant approvedAt, @Nullable @JsonIgnore Instant updatedAt) {
}
