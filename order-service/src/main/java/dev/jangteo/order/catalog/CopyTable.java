package dev.jangteo.order.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A followed table: one row per aggregate with its version and the terms we use as JSON.
 * A row of something deleted stays as a tombstone without terms.
 *
 * @param <S> the terms
 */
class CopyTable<S> implements Follower<S> {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Followed<S> followed;

	private final String table;

	CopyTable(JdbcClient jdbc, JsonMapper json, String table, Followed<S> followed) {
		this.jdbc = jdbc;
		this.json = json;
		this.table = table;
		this.followed = followed;
	}

	@Override
	public Followed<S> followed() {
		return followed;
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		var held = new HashMap<UUID, Long>();
		jdbc.sql("""
				select id, version
				from %s
				where id = any(?::uuid[])
				""".formatted(table)).param(ArrayLiteral.of(ids)).query((row) -> {
			held.put(row.getObject("id", UUID.class), row.getLong("version"));
		});
		return held;
	}

	// Sorted, so that two batches that meet lock their rows in the same order.
	@Override
	public void apply(List<Versioned<S>> states) {
		var rows = states.stream().sorted(Comparator.comparing(Versioned::id)).toList();
		jdbc.sql("""
				insert into %1$s (id, version, gone, terms)
				select (row ->> 'id')::uuid, (row ->> 'version')::bigint, false, row -> 'state'
				from jsonb_array_elements(?::jsonb) as row
				on conflict (id) do update
				set version = excluded.version, gone = false, terms = excluded.terms
				where %1$s.version < excluded.version
				or (%1$s.version = excluded.version and %1$s.gone)
				""".formatted(table)).param(json.writeValueAsString(rows)).update();
	}

	@Override
	public void remove(UUID id, long version) {
		jdbc.sql("""
				insert into %1$s (id, version, gone)
				values (?, ?, true)
				on conflict (id) do update
				set version = excluded.version, gone = true, terms = null
				where %1$s.version <= excluded.version
				""".formatted(table)).params(id, version).update();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, table, "id", "version", "not gone");
	}

	@Override
	public boolean isEmpty() {
		return jdbc.sql("select not exists (select from %s)".formatted(table)).query(Boolean.class).single();
	}

}
