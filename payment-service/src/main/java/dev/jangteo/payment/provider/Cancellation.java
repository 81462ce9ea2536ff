package dev.jangteo.payment.provider;

/**
 * All that is left of a charge is to be given back.
 *
 * @param reason what the provider shows
 * @param once the key under which the provider cancels at most once
 */
public record Cancellation(PaymentKey key, String reason, String once) {
}
