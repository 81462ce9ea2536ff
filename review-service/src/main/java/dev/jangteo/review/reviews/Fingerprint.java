package dev.jangteo.review.reviews;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * By which the same text is known again, whatever its spaces, signs and capitals.
 */
final class Fingerprint {

	/** "Good!" is said by everybody. */
	private static final int SHORTEST = 10;

	private Fingerprint() {
	}

	static byte @Nullable [] of(String text) {
		var letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]", "");
		if (letters.length() < SHORTEST) {
			return null;
		}
		try {
			return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
