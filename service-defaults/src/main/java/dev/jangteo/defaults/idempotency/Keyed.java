package dev.jangteo.defaults.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One operation under one key: where its answer is kept, and what was asked.
 *
 * @param id derived from operation, member and key
 * @param request a digest of the request
 */
record Keyed(UUID id, byte[] request) {

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	static Keyed of(String operation, Caller caller, @Nullable String key, byte[] request) {
		if (key == null || key.isBlank()) {
			throw Problem.invalid("Idempotency-Key", "is required");
		}
		if (!KEY.matcher(key.strip()).matches()) {
			throw Problem.invalid("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
		}
		var name = "%s\n%s\n%s".formatted(operation, caller.memberId(), key.strip());
		var digest = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
		return new Keyed(new UUID(digest.getLong(), digest.getLong()), sha256(request));
	}

	/** Names the advisory lock that a running twin holds. */
	long lock() {
		return this.id.getMostSignificantBits() ^ this.id.getLeastSignificantBits();
	}

	boolean asksFor(byte[] other) {
		return MessageDigest.isEqual(this.request, other);
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
