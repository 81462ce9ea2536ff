package dev.jangteo.member.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * The keys as known at one moment. Signers are kept with their keys: making one is dear.
 *
 * @param keys newest last
 */
record KeyRing(List<Key> keys) {

	KeyRing {
		keys = keys.stream().sorted(Comparator.comparing(Key::activeFrom)).toList();
	}

	/** The newest key that may sign. */
	Key signing(Instant now) {
		return this.keys.reversed()
			.stream()
			.filter((key) -> !now.isBefore(key.activeFrom()))
			.findFirst()
			.orElse(this.keys.getFirst());
	}

	JWKSet published() {
		return new JWKSet(this.keys.stream().<JWK>map((key) -> key.publicKey()).toList());
	}

	/**
	 * A key.
	 *
	 * @param kid its name
	 * @param activeFrom when it begins to sign
	 * @param publicKey what others check with
	 * @param signer signs with the private key
	 */
	record Key(String kid, Instant activeFrom, RSAKey publicKey, RSASSASigner signer) {

		static Key of(RSAKey key, Instant activeFrom) {
			try {
				return new Key(key.getKeyID(), activeFrom, key.toPublicJWK(), new RSASSASigner(key));
			}
			catch (JOSEException ex) {
				throw new IllegalStateException("A signing key cannot be used", ex);
			}
		}

	}

}
