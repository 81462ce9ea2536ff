package dev.jangteo.payment.provider;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.OrderId;

/**
 * What is to be charged.
 *
 * @param once the key under which the provider charges at most once
 */
public record Charge(PaymentKey key, OrderId order, Money amount, String once) {
}
