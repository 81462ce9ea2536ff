package dev.jangteo.gateway.passage;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * Request ids and W3C trace contexts: taken over if well-formed, else made.
 */
final class Traces {

	private static final HexFormat HEX = HexFormat.of();

	private static final int LENGTH = 55;

	private Traces() {
	}

	static String requestId(@Nullable String given) {
		return (given != null && isId(given)) ? given : hex(16);
	}

	private static boolean isId(String text) {
		if (text.isEmpty() || text.length() > 64) {
			return false;
		}
		for (var i = 0; i < text.length(); i++) {
			var c = text.charAt(i);
			var plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
					|| c == '.';
			if (!plain) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The trace of the caller goes on; whether it is sampled is decided here unless the
	 * caller is trusted.
	 */
	static String traceparent(@Nullable String given, boolean trusted, double sampling) {
		if (given == null || !isTraceparent(given)) {
			return "00-" + hex(32) + "-" + hex(16) + sampled(sampling);
		}
		return trusted ? given : given.substring(0, LENGTH - 3) + sampled(sampling);
	}

	private static String sampled(double sampling) {
		return ThreadLocalRandom.current().nextDouble() < sampling ? "-01" : "-00";
	}

	private static boolean isTraceparent(String text) {
		if (text.length() != LENGTH || !text.startsWith("00-") || text.charAt(35) != '-' || text.charAt(52) != '-') {
			return false;
		}
		for (var i = 3; i < LENGTH; i++) {
			var c = text.charAt(i);
			if (i != 35 && i != 52 && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
				return false;
			}
		}
		return !text.startsWith("0".repeat(32), 3) && !text.startsWith("0".repeat(16), 36);
	}

	private static String hex(int digits) {
		var random = ThreadLocalRandom.current();
		return (digits == 32) ? HEX.toHexDigits(random.nextLong() | 1) + HEX.toHexDigits(random.nextLong())
				: HEX.toHexDigits(random.nextLong() | 1);
	}

}
