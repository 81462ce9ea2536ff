package dev.jangteo.member.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What is kept instead of the thing itself.
 */
final class Digests {

	private Digests() {
	}

	/** A short digest, good as a key. */
	static UUID name(String text) {
		var digest = ByteBuffer.wrap(of(text));
		return new UUID(digest.getLong(), digest.getLong());
	}

	static byte[] of(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
