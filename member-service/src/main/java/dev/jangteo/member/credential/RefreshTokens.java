package dev.jangteo.member.credential;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The long tokens that keep a login up. Each is good once and leads to the next of its
 * family; one that comes a second time was stolen, or its successor was, so the whole
 * family ends.
 */
@Component
class RefreshTokens {

	private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);

	private static final int BYTES = 32;

	private final JdbcClient jdbc;

	private final CredentialSettings settings;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	RefreshTokens(JdbcClient jdbc, CredentialSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Begins a family. */
	@Transactional
	String issue(UUID memberId) {
		var now = this.clock.instant();
		var family = new Family(UuidV7.next(), memberId, now.plus(this.settings.loginLife()));
		this.jdbc.sql("insert into refresh_families (id, member_id, expires_at) values (?, ?, ?)")
			.params(family.id(), memberId, family.expiresAt().atOffset(ZoneOffset.UTC))
			.update();
		return next(family, now);
	}

	/**
	 * Takes a token for its successor. Empty when it is unknown, expired or was used
	 * before.
	 */
	@Transactional
	Optional<Renewal> renew(String token) {
		var now = this.clock.instant();
		var digest = Digests.of(token);
		var family = lockedFamily(digest);
		if (family.isEmpty() || now.isAfter(family.get().expiresAt())) {
			return Optional.empty();
		}
		var fresh = this.jdbc.sql("""
				update refresh_tokens set used_at = :now
				where digest = :digest and used_at is null and expires_at > :now""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("digest", digest)
			.update();
		if (fresh == 0) {
			log.warn("A used or expired refresh token came back: its login was ended");
			end(family.get());
			return Optional.empty();
		}
		return Optional.of(new Renewal(family.get().memberId(), next(family.get(), now)));
	}

	/** Ends the login a token belongs to, if there is one. */
	@Transactional
	void end(String token) {
		lockedFamily(Digests.of(token)).ifPresent(this::end);
	}

	@Scheduled(fixedDelayString = "1h", initialDelayString = "5m")
	void forgetExpired() {
		var now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				delete from refresh_families family
				where expires_at < :now or not exists (
					select 1 from refresh_tokens token
					where token.family_id = family.id and token.expires_at > :now)""").param("now", now).update();
	}

	// The family's row is locked first: whoever ends a family sees all its tokens.
	private Optional<Family> lockedFamily(byte[] digest) {
		return this.jdbc.sql("""
				select id, member_id, expires_at
				from refresh_families
				where id = (select family_id from refresh_tokens where digest = ?)
				for update""")
			.param(digest)
			.query((row, _) -> new Family(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
					row.getTimestamp("expires_at").toInstant()))
			.optional();
	}

	private void end(Family family) {
		this.jdbc.sql("delete from refresh_families where id = ?").param(family.id()).update();
	}

	private String next(Family family, Instant now) {
		var bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.jdbc.sql("insert into refresh_tokens (digest, family_id, expires_at) values (?, ?, ?)")
			.params(Digests.of(token), family.id(), now.plus(this.settings.refreshTokenLife()).atOffset(ZoneOffset.UTC))
			.update();
		return token;
	}

	private record Family(UUID id, UUID memberId, Instant expiresAt) {

	}

	/**
	 * A successor.
	 *
	 * @param memberId whose it is
	 * @param token the next token of the family
	 */
	record Renewal(UUID memberId, String token) {

	}

}
