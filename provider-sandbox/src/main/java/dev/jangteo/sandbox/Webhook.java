package dev.jangteo.sandbox;

import java.time.Instant;

/**
 * What the merchant is told about a payment, in the words of the moment it happened.
 */
record Webhook(String id, Instant createdAt, Payment payment) {

	String body() {
		return Json.write(Wire.statusChanged(payment, createdAt));
	}

}
