package dev.jangteo.member.profile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.Role;
import dev.jangteo.events.NotificationLog;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of members. Every change raises the version and leaves a notification; all
 * want the caller's transaction.
 */
@Component
public class Members {

	private static final String MEMBER = "member";

	private final JdbcClient jdbc;

	private final NotificationLog notifications;

	Members(JdbcClient jdbc, NotificationLog notifications) {
		this.jdbc = jdbc;
		this.notifications = notifications;
	}

	void add(UUID id, Role role, String name, @Nullable String phone) {
		this.jdbc.sql("insert into members (id, role, name, phone, version) values (?, ?, ?, ?, 1)")
			.param(id)
			.param(role.name())
			.param(name)
			.param(phone)
			.update();
		this.notifications.append(MEMBER, "registered", id, 1);
	}

	Optional<Member> find(UUID id) {
		return this.jdbc.sql("""
				select id, email, name, phone, members.role, grade, created_at, version
				from members
				join credentials on member_id = id
				where id = ? and erased_at is null""").param(id).query(Member.class).optional();
	}

	/**
	 * Locks the member until the end of the transaction.
	 * @return the version
	 * @throws Problem 404 once erased
	 */
	long lock(UUID id) {
		return this.jdbc.sql("select version from members where id = ? and erased_at is null for update")
			.param(id)
			.query(Long.class)
			.optional()
			.orElseThrow(() -> Problem.notFound(MEMBER));
	}

	/**
	 * Locks those that are not erased, until the end of the transaction; tells their
	 * grades.
	 */
	public Map<UUID, String> lockedGrades(Collection<UUID> ids) {
		var grades = new LinkedHashMap<UUID, String>();
		this.jdbc.sql("""
				select id, grade
				from members
				where id = any (?) and erased_at is null
				order by id
				for update""").param(ids.toArray(UUID[]::new)).query((row) -> {
			grades.put(row.getObject("id", UUID.class), row.getString("grade"));
		});
		return grades;
	}

	/** Gives a member another grade. */
	public void grade(UUID id, String grade) {
		var version = this.jdbc
			.sql("update members set grade = ?, version = version + 1 where id = ? returning version")
			.params(grade, id)
			.query(Long.class)
			.single();
		this.notifications.append(MEMBER, "graded", id, version);
	}

	void change(UUID id, String name, @Nullable String phone) {
		var version = this.jdbc.sql("""
				update members set name = ?, phone = ?, version = version + 1
				where id = ? and erased_at is null
				returning version""").param(name).param(phone).param(id).query(Long.class).single();
		this.notifications.append(MEMBER, "changed", id, version);
	}

	/** Leaves the id, its role and its version, nothing that names a person. */
	void erase(UUID id) {
		var version = this.jdbc.sql("""
				update members set name = null, phone = null, erased_at = now(), version = version + 1
				where id = ? and erased_at is null
				returning version""").param(id).query(Long.class).single();
		this.jdbc.sql("delete from addresses where member_id = ?").param(id).update();
		this.notifications.append(MEMBER, "erased", id, version);
	}

}
