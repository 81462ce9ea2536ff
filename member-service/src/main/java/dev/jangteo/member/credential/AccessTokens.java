package dev.jangteo.member.credential;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.jangteo.member.keys.SigningKeys;

import org.springframework.stereotype.Component;

/**
 * The short tokens everybody checks without asking us.
 */
@Component
class AccessTokens {

	private final SigningKeys keys;

	private final Duration life;

	private final Clock clock;

	AccessTokens(SigningKeys keys, CredentialSettings settings, Clock clock) {
		this.keys = keys;
		this.life = settings.accessTokenLife();
		this.clock = clock;
	}

	String issue(Credential credential) {
		var now = this.clock.instant();
		return this.keys.sign(new JWTClaimsSet.Builder().issuer("jangteo")
			.subject(credential.memberId().toString())
			.claim("role", credential.role().name())
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(this.life)))
			.build());
	}

	Duration life() {
		return this.life;
	}

}
