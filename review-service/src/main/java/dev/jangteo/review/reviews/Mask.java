package dev.jangteo.review.reviews;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes phone numbers, addresses of mail and links out of what people write. What is
 * masked is not kept anywhere else.
 */
public final class Mask {

	private static final String MASKED = "***";

	private static final List<Pattern> FORBIDDEN = List.of(
			// links
			Pattern.compile("(?i)(?:https?://|www\\.)\\S{1,500}"),
			// addresses of mail
			Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}\\s?@\\s?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,24}"),
			// links that do not say so
			Pattern.compile("(?i)(?<![\\p{L}\\p{N}-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}"
					+ "(?:com|net|org|kr|io|me|ly|gg|co|shop|link|xyz|info|biz|app|dev)(?![a-z0-9])(?:/\\S{0,500})?"),
			// phone numbers with an area or mobile code
			Pattern.compile("(?<![\\p{Nd}])(?:\\+?82|0)(?:[-. ()/~_]{0,3}[0-9]){8,10}(?![0-9])"),
			// numbers of companies
			Pattern.compile("(?<![\\p{Nd}])1[5-8][0-9]{2}[-. ]?[0-9]{4}(?![0-9])"));

	private Mask() {
	}

	/** The text without phone numbers, addresses of mail and links. */
	public static String mask(String text) {
		var masked = narrow(text);
		for (var pattern : FORBIDDEN) {
			masked = pattern.matcher(masked).replaceAll(MASKED);
		}
		return masked.strip();
	}

	// Full-width letters and digits would hide a number from every pattern.
	private static String narrow(String text) {
		var narrow = new StringBuilder(text.length());
		for (var i = 0; i < text.length(); i++) {
			var character = text.charAt(i);
			narrow.append((character >= '\uFF01' && character <= '\uFF5E') ? (char) (character - 0xFEE0) : character);
		}
		return narrow.toString();
	}

}
