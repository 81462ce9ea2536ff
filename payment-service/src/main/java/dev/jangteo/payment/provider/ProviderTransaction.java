package dev.jangteo.payment.provider;

import java.time.Instant;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of the provider's own books.
 *
 * @param id the provider's name for it
 * @param order the order's id as we gave it, as text: it may be anybody's
 * @param amount charged when positive, given back when negative
 */
public record ProviderTransaction(String id, PaymentKey key, @Nullable String order, Money amount, Instant at) {
}
