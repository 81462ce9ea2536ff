package dev.jangteo.member.profile;

import java.util.UUID;

import dev.jangteo.defaults.Role;
import dev.jangteo.events.UuidV7;
import dev.jangteo.member.credential.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes somebody a member.
 */
@Component
class RegisterMember {

	private final Members members;

	private final Credentials credentials;

	private final TransactionOperations transactions;

	RegisterMember(Members members, Credentials credentials, TransactionOperations transactions) {
		this.members = members;
		this.credentials = credentials;
		this.transactions = transactions;
	}

	UUID register(String email, String password, Role role, String name, @Nullable String phone) {
		var hash = this.credentials.hash(password);
		var id = UuidV7.next();
		this.transactions.executeWithoutResult((_) -> {
			this.credentials.add(id, email, hash, role);
			this.members.add(id, role, name, phone);
		});
		return id;
	}

}
