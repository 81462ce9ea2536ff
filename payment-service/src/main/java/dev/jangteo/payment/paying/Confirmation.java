package dev.jangteo.payment.paying;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.PaymentKey;

/**
 * A shopper wants to pay an order with what the provider's widget gave.
 *
 * @param requestKey the shopper's {@code Idempotency-Key}
 * @param amount as the shopper has seen it
 */
public record Confirmation(MemberId member, String requestKey, PaymentKey key, OrderId order, Money amount) {
}
