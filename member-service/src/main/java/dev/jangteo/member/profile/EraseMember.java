package dev.jangteo.member.profile;

import java.util.UUID;

import dev.jangteo.member.credential.Credentials;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a membership: personal data and logins go at once, others learn of it by
 * notification.
 */
@Component
class EraseMember {

	private final Members members;

	private final Credentials credentials;

	EraseMember(Members members, Credentials credentials) {
		this.members = members;
		this.credentials = credentials;
	}

	@Transactional
	void erase(UUID id) {
		this.members.lock(id);
		this.credentials.erase(id);
		this.members.erase(id);
	}

}
