package dev.jangteo.member.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Role;
import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What other services may know of members: nothing that names a person. Erased members
 * are gone.
 */
@Component
class MemberSource implements AggregateSource<MemberSource.MemberState> {

	private final JdbcClient jdbc;

	MemberSource(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String aggregate() {
		return "member";
	}

	@Override
	public List<Versioned<MemberState>> byIds(Collection<UUID> ids) {
		return this.jdbc.sql("""
				select id, version, role, grade
				from members
				where id = any (?) and erased_at is null""")
			.param(ids.toArray(UUID[]::new))
			.query((row, _) -> state(row))
			.list();
	}

	@Override
	public List<Versioned<MemberState>> page(@Nullable UUID after, int limit) {
		return this.jdbc.sql("""
				select id, version, role, grade
				from members
				where erased_at is null and (:after::uuid is null or id > :after::uuid)
				order by id
				limit :limit""").param("after", after).param("limit", limit).query((row, _) -> state(row)).list();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(this.jdbc, "members", "id", "version", "erased_at is null");
	}

	private static Versioned<MemberState> state(ResultSet row) throws SQLException {
		return new Versioned<>(row.getObject("id", UUID.class), row.getLong("version"),
				new MemberState(Role.valueOf(row.getString("role")), row.getString("grade")));
	}

	/**
	 * The state given out.
	 *
	 * @param role what the member may do
	 * @param grade how loyal the member is
	 */
	public record MemberState(Role role, String grade) {

	}

}
