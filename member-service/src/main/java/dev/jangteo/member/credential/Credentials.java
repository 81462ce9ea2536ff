package dev.jangteo.member.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.Role;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail addresses and passwords of members.
 */
@Component
public class Credentials {

	private final JdbcClient jdbc;

	private final Passwords passwords;

	private final LoginBrake brake;

	Credentials(JdbcClient jdbc, Passwords passwords, LoginBrake brake) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.brake = brake;
	}

	/** Hashes a password; outside of any transaction, since it takes its time. */
	public String hash(String password) {
		return this.passwords.hash(password);
	}

	/**
	 * Adds a member's credentials, in the caller's transaction.
	 * @throws Problem 409 {@code email-taken}
	 */
	public void add(UUID memberId, String email, String passwordHash, Role role) {
		try {
			this.jdbc.sql("""
					insert into credentials (member_id, email, password_hash, role)
					values (?, ?, ?, ?)""").params(memberId, normal(email), passwordHash, role.name()).update();
		}
		catch (DuplicateKeyException ex) {
			throw Problem.conflict("email-taken", "There is a member with this mail address already.");
		}
	}

	/** Whose credentials these are, if they are right. */
	Optional<Credential> verified(String email, String password) {
		var row = this.jdbc.sql("select member_id, password_hash, role from credentials where email = ?")
			.param(normal(email))
			.query(Row.class)
			.optional();
		var matches = this.passwords.matches(password, row.map(Row::passwordHash).orElse(null));
		return row.filter((_) -> matches).map((found) -> new Credential(found.memberId(), found.role()));
	}

	/** What a member may do, empty once erased. */
	Optional<Role> role(UUID memberId) {
		return this.jdbc.sql("select role from credentials where member_id = ?")
			.param(memberId)
			.query(Role.class)
			.optional();
	}

	/**
	 * Whether a mail address and a password belong to a member of this role; for accounts
	 * from the environment.
	 */
	public boolean isRight(String email, String password, Role role) {
		return verified(email, password).filter((credential) -> credential.role() == role).isPresent();
	}

	/**
	 * Gives the member of a mail address another password and ends all logins; false if
	 * there is none.
	 */
	public boolean replace(String email, String passwordHash, Role role) {
		var changed = this.jdbc.sql("""
				with changed as (
					update credentials set password_hash = ?
					where email = ? and role = ?
					returning member_id),
				ended as (
					delete from refresh_families where member_id in (select member_id from changed))
				select count(*) from changed""")
			.params(passwordHash, normal(email), role.name())
			.query(Integer.class)
			.single();
		return changed > 0;
	}

	/** Forgets a member's credentials and logins, in the caller's transaction. */
	public void erase(UUID memberId) {
		this.jdbc.sql("delete from credentials where member_id = ? returning email")
			.param(memberId)
			.query(String.class)
			.optional()
			.ifPresent(this.brake::erase);
		this.jdbc.sql("delete from refresh_families where member_id = ?").param(memberId).update();
	}

	static String normal(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	private record Row(UUID memberId, String passwordHash, Role role) {

	}

}
