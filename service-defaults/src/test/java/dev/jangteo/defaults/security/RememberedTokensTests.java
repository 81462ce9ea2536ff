package dev.jangteo.defaults.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RememberedTokensTests {

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

	private final AtomicInteger verified = new AtomicInteger();

	private final RememberedTokens tokens = tokens(NOON.plusSeconds(60));

	@Test
	void aTokenIsVerifiedOnce() {
		for (var i = 0; i < 10; i++) {
			assertThat(this.tokens.decode("token").getSubject()).isEqualTo("kim");
		}
		assertThat(this.verified).hasValue(1);
		this.tokens.decode("another token");
		assertThat(this.verified).hasValue(2);
	}

	@Test
	void anExpiredTokenIsVerifiedAgain() {
		this.tokens.decode("token");
		this.now.set(NOON.plus(Duration.ofSeconds(60)));
		this.tokens.decode("token");
		assertThat(this.verified).hasValue(2);
	}

	@Test
	void aTokenThatNeverExpiresOrIsTooLongIsRefused() {
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens(null).decode("token"));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode("x".repeat(5000)));
		assertThat(this.verified).hasValue(1);
	}

	@Test
	void aWrongTokenIsNotRememberedAndOursIsNotItsFault() {
		var wrong = new RememberedTokens((token) -> {
			this.verified.incrementAndGet();
			throw new BadJwtException("wrong");
		}, 10, InstantSource.system().withZone(ZoneOffset.UTC));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> wrong.decode("token"));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> wrong.decode("token"));
		assertThat(this.verified).hasValue(2);
		var away = new RememberedTokens((token) -> {
			throw new JwtException("no keys");
		}, 10, InstantSource.system().withZone(ZoneOffset.UTC));
		assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> away.decode("token"));
	}

	private RememberedTokens tokens(Instant expires) {
		return new RememberedTokens((token) -> {
			this.verified.incrementAndGet();
			return Jwt.withTokenValue(token).header("alg", "RS256").subject("kim").expiresAt(expires).build();
		}, 100, ((InstantSource) this.now::get).withZone(ZoneOffset.UTC));
	}

}
