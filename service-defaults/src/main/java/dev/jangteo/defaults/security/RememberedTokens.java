package dev.jangteo.defaults.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Verifies each token once and remembers it until it expires, bounded. Wrong tokens are
 * not remembered.
 */
class RememberedTokens implements JwtDecoder {

	private static final int LONGEST = 4096;

	private final JwtDecoder verification;

	private final Clock clock;

	private final Cache<String, Jwt> tokens;

	RememberedTokens(JwtDecoder verification, int size, Clock clock) {
		this.verification = verification;
		this.clock = clock;
		this.tokens = Caffeine.newBuilder()
			.maximumSize(size)
			.expireAfter(Expiry.<String, Jwt>creating((_, jwt) -> Duration.between(clock.instant(), expiry(jwt))))
			.build();
	}

	@Override
	public Jwt decode(String token) {
		if (token.length() > LONGEST) {
			throw new BadJwtException("The token is too long.");
		}
		var remembered = this.tokens.getIfPresent(token);
		if (remembered != null && this.clock.instant().isBefore(expiry(remembered))) {
			return remembered;
		}
		var verified = verify(token);
		this.tokens.put(token, verified);
		return verified;
	}

	private Jwt verify(String token) {
		try {
			return this.verification.decode(token);
		}
		catch (BadJwtException ex) {
			throw ex;
		}
		catch (JwtException ex) {
			throw new KeysUnavailable(ex);
		}
	}

	private static Instant expiry(Jwt jwt) {
		var expiry = jwt.getExpiresAt();
		if (expiry == null) {
			throw new BadJwtException("The token never expires.");
		}
		return expiry;
	}

}
