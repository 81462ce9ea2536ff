package dev.jangteo.defaults.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code jangteo.idempotency}.
 *
 * @param kept how long an answer is kept, at least 24 hours
 * @param purge how often older ones are removed
 */
@ConfigurationProperties("jangteo.idempotency")
record IdempotencySettings(@DefaultValue("25h") Duration kept, @DefaultValue("10m") Duration purge) {

	IdempotencySettings {
		if (kept.compareTo(Duration.ofHours(24)) < 0) {
			throw new IllegalArgumentException("'jangteo.idempotency.kept' must be at least 24 hours");
		}
	}

}
