package dev.jangteo.review.members;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.review.reviews.EraseAuthor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows members, for one thing only: a member that is gone has been erased, and his
 * reviews keep their stars alone.
 */
@Component
class MemberNotifications implements Follower<MemberNotifications.State> {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final EraseAuthor eraseAuthor;

	MemberNotifications(JdbcClient jdbc, JsonMapper json, EraseAuthor eraseAuthor) {
		this.jdbc = jdbc;
		this.json = json;
		this.eraseAuthor = eraseAuthor;
	}

	@Override
	public Followed<State> followed() {
		return new Followed<>("members", "member", "member", State.class);
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		var held = new HashMap<UUID, Long>();
		jdbc.sql("select id, version from followed_members where id = any (?)")
			.param(ids.toArray(UUID[]::new))
			.query((row) -> {
				held.put(row.getObject("id", UUID.class), row.getLong("version"));
			});
		return held;
	}

	@Override
	public void apply(List<Versioned<State>> states) {
		var rows = states.stream()
			.sorted(Comparator.comparing(Versioned::id))
			.map((member) -> new Row(member.id(), member.version()))
			.toList();
		jdbc.sql("""
				insert into followed_members as held (id, version)
				select (row ->> 'id')::uuid, (row ->> 'version')::bigint
				from jsonb_array_elements(?::jsonb) as row
				on conflict (id) do update
				set version = excluded.version, gone = false
				where held.version < excluded.version or (held.version = excluded.version and held.gone)
				""").param(json.writeValueAsString(rows)).update();
	}

	// The tombstone comes last: should we die before, the erasure is done again.
	@Override
	public void remove(UUID id, long version) {
		eraseAuthor.erase(id, () -> jdbc.sql("""
				insert into followed_members as held (id, version, gone)
				values (?, ?, true)
				on conflict (id) do update
				set version = excluded.version, gone = true
				where held.version <= excluded.version
				""").params(id, version).update());
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "followed_members", "id", "version", "not gone");
	}

	@Override
	public boolean isEmpty() {
		return jdbc.sql("select not exists (select from followed_members)").query(Boolean.class).single();
	}

	/** Nothing of a member is used but that there is one. */
	record State() {
	}

	record Row(UUID id, long version) {
	}

}
