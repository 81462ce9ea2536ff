package dev.jangteo.events.things;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of things in a table of its own. */
public class ThingCopy implements Follower<Thing.Copied> {

	/** Subjects that cannot be applied. */
	public final Set<UUID> poison = ConcurrentHashMap.newKeySet();

	/** When each version was applied. */
	public final Map<UUID, Instant> applied = new ConcurrentHashMap<>();

	public volatile boolean away;

	private final JdbcClient jdbc;

	private final String name;

	private final String aggregate;

	private final String owner;

	public ThingCopy(JdbcClient jdbc, String name, String aggregate, String owner) {
		this.jdbc = jdbc;
		this.name = name;
		this.aggregate = aggregate;
		this.owner = owner;
		jdbc.sql("""
				create table if not exists %s (
					id uuid primary key, version bigint not null, name text, live boolean not null
				)
				""".formatted(name)).update();
	}

	@Override
	public Followed<Thing.Copied> followed() {
		return new Followed<>(name, aggregate, owner, Thing.Copied.class);
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		requireHere();
		var held = new HashMap<UUID, Long>();
		jdbc.sql("select id, version from %s where id = any(?)".formatted(name))
			.param(ids.toArray(UUID[]::new))
			.query(row -> {
				held.put(row.getObject(1, UUID.class), row.getLong(2));
			});
		return held;
	}

	@Override
	public void apply(List<Versioned<Thing.Copied>> states) {
		requireHere();
		if (states.stream().anyMatch(state -> poison.contains(state.id()))) {
			throw new IllegalArgumentException("poison");
		}
		jdbc.sql("""
				insert into %s as held (id, version, name, live)
				select id, version, name, true from unnest(?, ?, ?) as given (id, version, name)
				on conflict (id) do update set version = excluded.version, name = excluded.name, live = true
				where held.version < excluded.version or (held.version = excluded.version and not held.live)
				""".formatted(name))
			.params(states.stream().map(Versioned::id).toArray(UUID[]::new),
					states.stream().map(Versioned::version).toArray(Long[]::new),
					states.stream().map(state -> state.state().name()).toArray(String[]::new))
			.update();
		states.forEach(state -> applied.putIfAbsent(state.id(), Instant.now()));
	}

	@Override
	public void remove(UUID id, long version) {
		requireHere();
		jdbc.sql("""
				insert into %s as held (id, version, name, live) values (?, ?, null, false)
				on conflict (id) do update set version = excluded.version, name = null, live = false
				where held.version <= excluded.version
				""".formatted(name)).params(id, version).update();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, name, "id", "version", "live");
	}

	@Override
	public boolean isEmpty() {
		requireHere();
		return jdbc.sql("select count(*) from (select 1 from %s limit 1) as one".formatted(name))
			.query(Long.class)
			.single() == 0;
	}

	/** All live ones by id, as "version name". */
	public Map<UUID, String> all() {
		var all = new TreeMap<UUID, String>();
		jdbc.sql("select id, version, name from %s where live".formatted(name)).query(row -> {
			all.put(row.getObject(1, UUID.class), row.getLong(2) + " " + row.getString(3));
		});
		return all;
	}

	/** Do something to the copy behind everybody's back. */
	public void tamper(String sql, Object... parameters) {
		jdbc.sql(sql.formatted(name)).params(parameters).update();
	}

	private void requireHere() {
		if (away) {
			throw new CopyUnavailable("The copy's store is away", null);
		}
	}

}
