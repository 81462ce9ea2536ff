package dev.jangteo.payment.paying;

import java.time.Instant;

import dev.jangteo.defaults.Money;

/**
 * A card was charged. Told within the service, once the charge is in the books.
 */
public record PaymentApproved(String category, Money amount, Instant when) {
}
