package dev.jangteo.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens as member-service and the services themselves make them.
 */
final class Tokens {

	private static final String KEY_ID = "tests";

	private final RSAKey key;

	Tokens() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String publicKeys() {
		return new JWKSet(this.key.toPublicJWK()).toString();
	}

	String ofMember(UUID member, String role) {
		var claims = new JWTClaimsSet.Builder().issuer("jangteo")
			.subject(member.toString())
			.claim("role", role)
			.jwtID(UUID.randomUUID().toString())
			.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))))
			.build();
		try {
			return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(), claims,
					new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String ofService(String caller, String audience, String secret) {
		var claims = new JWTClaimsSet.Builder().issuer(caller)
			.audience(audience)
			.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(1))))
			.build();
		try {
			return signed(new JWSHeader(JWSAlgorithm.HS256), claims, new MACSigner(secret));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
		var token = new SignedJWT(header, claims);
		token.sign(signer);
		return token.serialize();
	}

}
