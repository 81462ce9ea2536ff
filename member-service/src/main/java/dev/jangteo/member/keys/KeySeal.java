package dev.jangteo.member.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.jangteo.defaults.platform.UnsafeSettings;

import org.springframework.stereotype.Component;

/**
 * Seals private keys with the secret from the environment (AES-256-GCM), so that a copy
 * of the database signs nothing.
 */
@Component
class KeySeal {

	private static final int FEWEST_CHARACTERS = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecretKeySpec key;

	private final SecureRandom random = new SecureRandom();

	KeySeal(KeySettings settings) {
		if (settings.secret().length() < FEWEST_CHARACTERS) {
			throw new UnsafeSettings("'jangteo.member.keys.secret' is missing or too short.",
					"Set JANGTEO_MEMBER_KEYS_SECRET to %d or more random characters, the same for all instances, or run with the profile 'local'."
						.formatted(FEWEST_CHARACTERS));
		}
		this.key = new SecretKeySpec(sha256("signing keys of members' tokens: " + settings.secret()), "AES");
	}

	byte[] seal(String text) {
		var nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		var sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
		var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
		System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
		return all;
	}

	String open(byte[] sealed) {
		var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
		var text = run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
		return new String(text, StandardCharsets.UTF_8);
	}

	private byte[] run(int mode, byte[] nonce, byte[] bytes) {
		try {
			var cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
			return cipher.doFinal(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new UnsafeSettings("'jangteo.member.keys.secret' does not open the signing keys in the database.",
					"Set JANGTEO_MEMBER_KEYS_SECRET to the secret they were sealed with, or delete the rows of 'signing_keys' (all members must then log in again).");
		}
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
