package dev.jangteo.gateway.passage;

import java.util.Locale;

/**
 * Which paths may pass at all. What a backend could read as another path than the gateway
 * does (dots, doubled slashes, encoded separators, parameters after a semicolon) is
 * refused, so that the route table cannot be talked around.
 */
final class CleanPath {

	private static final int LONGEST = 2048;

	private CleanPath() {
	}

	static boolean isClean(String path) {

		if (path.isEmpty() || path.charAt(0) != '/' || path.length() > LONGEST) {
			return false;
		}

		for (var i = 0; i < path.length(); i++) {
			var c = path.charAt(i);
			if (c <= ' ' || c >= 0x7f || c == ';' || c == '\\') {
				return false;
			}
			if (c == '/' && isBadSegment(path, i + 1)) {
				return false;
			}
			if (c == '%' && isBadEscape(path, i + 1)) {
				return false;
			}
		}

		return true;
	}

	/** Empty (but at the end), one dot or two dots. */
	private static boolean isBadSegment(String path, int from) {
		var end = path.indexOf('/', from);
		var length = ((end < 0) ? path.length() : end) - from;
		if (length == 0) {
			return end >= 0;
		}
		return path.charAt(from) == '.' && (length == 1 || length == 2 && path.charAt(from + 1) == '.');
	}

	/** An encoded dot, slash, backslash, percent, semicolon or control character. */
	private static boolean isBadEscape(String path, int from) {
		if (from + 2 > path.length()) {
			return true;
		}
		try {
			var value = Integer.parseInt(path, from, from + 2, 16);
			return value < ' ' || value == '.' || value == '/' || value == '\\' || value == '%' || value == ';'
					|| value == 0x7f;
		}
		catch (NumberFormatException _) {
			return true;
		}
	}

	/**
	 * Paths of the services that are nobody's business outside, whatever the table or the
	 * migration switch says.
	 */
	static boolean isInner(String path) {
		var lower = path.toLowerCase(Locale.ROOT);
		return lower.startsWith("/internal") || lower.startsWith("/actuator") || lower.startsWith("/.well-known");
	}

}
