package dev.jangteo.gateway.switching;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import dev.jangteo.gateway.routing.RequestPattern;

/**
 * Sends a share of the callers of some paths to another origin. A caller stays on one
 * side for as long as the percentage does not pass it by: raising it takes no one back.
 *
 * @param methods the methods meant, or none for all
 * @param percent 0 to 100 with two decimals
 */
record SwitchRule(UUID id, String path, List<String> methods, URI target, BigDecimal percent, @Nullable String note,
		UUID changedBy, Instant changedAt) {

	private static final int SHARES = 10_000;

	@JsonIgnore
	RequestPattern pattern() {
		return RequestPattern.of(methods, path);
	}

	boolean takes(String caller) {
		return share(caller) < percent.movePointRight(2).intValue();
	}

	/** Where a caller stands between 0 and 9,999, the same on every gateway. */
	private int share(String caller) {
		var hash = id.getLeastSignificantBits();
		for (var i = 0; i < caller.length(); i++) {
			hash = (hash ^ caller.charAt(i)) * 0x9E3779B97F4A7C15L;
			hash ^= hash >>> 32;
		}
		hash *= 0xBF58476D1CE4E5B9L;
		return (int) Long.remainderUnsigned(hash ^ (hash >>> 29), SHARES);
	}

}
