package dev.jangteo.gateway.limits;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The allowances by group of routes.
 *
 * @param enabled whether anything is limited
 * @param callers how many callers' buckets are held in memory at most
 * @param lease how many tokens are taken from Redis ahead at most
 * @param redisWithin how long Redis is waited for before the local bucket decides
 */
@ConfigurationProperties("jangteo.gateway.limits")
record LimitSettings(@DefaultValue("true") boolean enabled, @DefaultValue("50000") int callers,
		@DefaultValue("2000") int lease, @DefaultValue("20ms") Duration redisWithin,
		@DefaultValue Map<String, Group> groups) {

	record Group(@Nullable Allowance member, @Nullable Allowance address) {
	}

	/**
	 * @param perSecond tokens that come back each second
	 * @param burst tokens that can be saved up
	 */
	record Allowance(double perSecond, int burst) {

		Allowance {
			if (perSecond <= 0 || burst < 1) {
				throw new IllegalArgumentException("An allowance needs per-second above 0 and burst of at least 1.");
			}
		}

	}

}
