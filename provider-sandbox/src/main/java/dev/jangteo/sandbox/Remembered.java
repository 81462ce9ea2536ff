package dev.jangteo.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * What was answered to an idempotency key.
 *
 * @param request the key together with method and path; the body does not count
 * @param payment as it was then, which says it all
 */
record Remembered(String request, Payment payment, Instant at) {

	private static final Duration KEPT = Duration.ofDays(15);

	boolean isForgottenAt(Instant now) {
		return now.isAfter(at.plus(KEPT));
	}

	Answer answer() {
		var failure = payment.failure();
		return (failure != null) ? Answer.error(failure, failure.message()) : Answer.ok(Wire.payment(payment, at));
	}

}
