package dev.jangteo.defaults.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jangteo.defaults.security.ServiceSecret;

/**
 * Tokens by which this service names itself to its neighbours: one per neighbour, a
 * minute long, used again for most of it.
 */
class ServiceTokens {

	private static final Duration LIFE = Duration.ofSeconds(60);

	private static final Duration RESERVE = Duration.ofSeconds(20);

	private final ServiceSecret secret;

	private final String issuer;

	private final Clock clock;

	private final ConcurrentHashMap<String, Token> tokens = new ConcurrentHashMap<>();

	ServiceTokens(ServiceSecret secret, String issuer, Clock clock) {
		this.secret = secret;
		this.issuer = issuer;
		this.clock = clock;
	}

	String forService(String audience) {
		var now = this.clock.instant();
		var token = this.tokens.get(audience);
		if (token == null || now.isAfter(token.expires().minus(RESERVE))) {
			token = sign(audience, now);
			this.tokens.put(audience, token);
		}
		return token.text();
	}

	private Token sign(String audience, Instant now) {
		var expires = now.plus(LIFE);
		var claims = new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(audience)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(expires))
			.build();
		var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
		try {
			token.sign(new MACSigner(this.secret.key()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The service secret cannot sign", ex);
		}
		return new Token(token.serialize(), expires);
	}

	private record Token(String text, Instant expires) {

	}

}
