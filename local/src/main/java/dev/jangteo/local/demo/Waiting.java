package dev.jangteo.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.jangteo.local.api.Unexpected;

/**
 * Waiting for what comes about a moment later.
 */
final class Waiting {

	private Waiting() {
	}

	static void atMost(Duration patience, String what, BooleanSupplier condition) {

		var deadline = Instant.now().plus(patience);

		while (!condition.getAsBoolean()) {

			if (Instant.now().isAfter(deadline)) {
				throw new Unexpected("Waited %d s in vain for %s.".formatted(patience.toSeconds(), what));
			}

			try {
				TimeUnit.MILLISECONDS.sleep(20);
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Unexpected("Interrupted", e);
			}
		}
	}

}
