package dev.jangteo.gateway.token;

import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Verifies access tokens (RS256) and remembers each until it expires; the number
 * remembered is bounded.
 */
@Component
public class Tokens {

	private static final int LONGEST = 4096;

	private final Keys keys;

	private final Clock clock;

	private final String issuer;

	private final Duration skew;

	private final Cache<String, Member> remembered;

	Tokens(Keys keys, TokenSettings settings, Clock clock) {
		this.keys = keys;
		this.clock = clock;
		this.issuer = settings.issuer();
		this.skew = settings.clockSkew();
		this.remembered = Caffeine.newBuilder()
			.maximumSize(settings.remembered())
			.executor(Runnable::run)
			.expireAfter(
					Expiry.creating((String _, Member member) -> Duration.between(clock.instant(), member.until())))
			.build();
	}

	/**
	 * The member of a token verified before, else null.
	 */
	public @Nullable Member remembered(String token) {
		return remembered.getIfPresent(token);
	}

	/**
	 * The member, {@link BadToken}, or {@link KeysUnavailable}.
	 */
	public Mono<Member> verify(String token) {
		try {
			var parsed = parse(token);
			var id = parsed.getHeader().getKeyID();
			var key = keys.known(id);
			var found = (key != null) ? Mono.just(key) : keys.find(id);
			return found.map(signer -> verified(parsed, signer)).doOnNext(member -> remembered.put(token, member));
		}
		catch (BadToken bad) {
			return Mono.error(bad);
		}
	}

	private static SignedJWT parse(String token) {
		try {
			if (token.length() > LONGEST) {
				throw new BadToken("too long");
			}
			var parsed = SignedJWT.parse(token);
			if (!JWSAlgorithm.RS256.equals(parsed.getHeader().getAlgorithm())
					|| parsed.getHeader().getKeyID() == null) {
				throw new BadToken("not signed as agreed");
			}
			return parsed;
		}
		catch (ParseException | IllegalArgumentException _) {
			throw new BadToken("no token");
		}
	}

	private Member verified(SignedJWT token, RSAPublicKey key) {
		try {
			if (!token.verify(new RSASSAVerifier(key))) {
				throw new BadToken("wrong signature");
			}

			var claims = token.getJWTClaimsSet();
			var now = clock.instant();
			var expires = claims.getExpirationTime();
			var role = claims.getStringClaim("role");

			if (!issuer.equals(claims.getIssuer()) || expires == null || role == null || claims.getSubject() == null) {
				throw new BadToken("claims are missing");
			}
			if (isOver(expires.toInstant(), now) || claims.getNotBeforeTime() != null
					&& now.plus(skew).isBefore(claims.getNotBeforeTime().toInstant())) {
				throw new BadToken("expired");
			}

			return new Member(UUID.fromString(claims.getSubject()), role, expires.toInstant().plus(skew));
		}
		catch (JOSEException | ParseException | IllegalArgumentException _) {
			throw new BadToken("no token of ours");
		}
	}

	private boolean isOver(Instant expires, Instant now) {
		return !now.isBefore(expires.plus(skew));
	}

}
