package dev.jangteo.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Makes access tokens as member-service does.
 */
public final class Signer {

	private final RSAKey key;

	public Signer(String id) {
		try {
			this.key = new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String jwks() {
		return new JWKSet(key.toPublicJWK()).toString();
	}

	public String token(UUID member, String role) {
		return token(member, role, "jangteo", Duration.ofMinutes(15));
	}

	public String token(UUID member, String role, String issuer, Duration life) {
		return sign(claims(member, role, issuer, life),
				new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build());
	}

	/** Signed with the public key as if it were a shared secret. */
	public String confused(UUID member) {
		try {
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
					claims(member, "OPERATOR", "jangteo", Duration.ofMinutes(5)));
			token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JWTClaimsSet claims(UUID member, String role, String issuer, Duration life) {
		return new JWTClaimsSet.Builder().issuer(issuer)
			.subject(member.toString())
			.claim("role", role)
			.expirationTime(Date.from(Instant.now().plus(life)))
			.build();
	}

	private String sign(JWTClaimsSet claims, JWSHeader header) {
		try {
			var token = new SignedJWT(header, claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
