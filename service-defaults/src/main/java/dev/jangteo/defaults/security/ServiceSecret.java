package dev.jangteo.defaults.security;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import dev.jangteo.defaults.platform.UnsafeSettings;
import org.jspecify.annotations.Nullable;

/**
 * The secret all services share to sign and check the tokens between them.
 */
public final class ServiceSecret {

	private static final int FEWEST_BYTES = 32;

	private final SecretKey key;

	/**
	 * Takes a secret.
	 * @throws UnsafeSettings when it is missing or shorter than 32 bytes
	 */
	public ServiceSecret(@Nullable String secret) {
		var bytes = (secret != null) ? secret.getBytes(StandardCharsets.UTF_8) : new byte[0];
		if (bytes.length < FEWEST_BYTES) {
			throw new UnsafeSettings(
					"'jangteo.security.service-secret' is %s.".formatted((bytes.length == 0) ? "missing" : "too short"),
					"Set JANGTEO_SECURITY_SERVICE_SECRET to the same %d or more random characters for every service, or run with the profile 'local'."
						.formatted(FEWEST_BYTES));
		}
		this.key = new SecretKeySpec(bytes, "HmacSHA256");
	}

	/** The key for HS256. */
	public SecretKey key() {
		return this.key;
	}

}
