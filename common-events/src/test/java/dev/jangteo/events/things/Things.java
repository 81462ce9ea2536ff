package dev.jangteo.events.things;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.NotificationLog;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The owner of things. */
public class Things implements AggregateSource<Thing> {

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	private final NotificationLog log;

	private final String aggregate;

	public Things(JdbcClient jdbc, TransactionTemplate transactions, NotificationLog log, String aggregate) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.log = log;
		this.aggregate = aggregate;
		jdbc.sql(
				"""
						create table if not exists %s (
							id uuid primary key, version bigint not null, name text not null, deleted boolean not null default false
						)
						"""
					.formatted(aggregate))
			.update();
	}

	public UUID make(String name) {
		var id = UuidV7.next();
		change(id, name);
		return id;
	}

	/** Makes it if it is not there. */
	public long change(UUID id, String name) {
		return write(id, name, false);
	}

	public long delete(UUID id) {
		return write(id, "", true);
	}

	/** Changes it and says nothing to anybody. */
	public void changeSilently(UUID id, String name) {
		jdbc.sql("update %s set version = version + 1, name = ? where id = ?".formatted(aggregate))
			.params(name, id)
			.update();
	}

	private long write(UUID id, String name, boolean deleted) {
		return transactions.execute(_ -> {
			var version = jdbc.sql("""
					insert into %s as held (id, version, name, deleted) values (?, 1, ?, ?)
					on conflict (id) do update
					set version = held.version + 1, name = excluded.name, deleted = excluded.deleted
					returning version
					""".formatted(aggregate)).params(id, name, deleted).query(Long.class).single();
			log.append(aggregate, deleted ? "deleted" : "changed", id, version);
			return version;
		});
	}

	/** Many at once. */
	public void makeMany(int count) {
		transactions.executeWithoutResult(_ -> jdbc.sql("""
				with made as (
					insert into %1$s (id, version, name)
					select uuidv7(), 1, 'thing ' || n from generate_series(1, ?) as n
					returning id
				)
				select count(append_notification('%1$s', 'made', id, 1, null)) from made
				""".formatted(aggregate)).param(count).query(Long.class).single());
	}

	/** All live ones by id, as "version name". */
	public Map<UUID, String> all() {
		var all = new TreeMap<UUID, String>();
		jdbc.sql("select id, version, name from %s where not deleted".formatted(aggregate)).query(row -> {
			all.put(row.getObject(1, UUID.class), row.getLong(2) + " " + row.getString(3));
		});
		return all;
	}

	@Override
	public String aggregate() {
		return aggregate;
	}

	@Override
	public List<Versioned<Thing>> byIds(Collection<UUID> ids) {
		return jdbc.sql("select id, version, name from %s where not deleted and id in (:ids)".formatted(aggregate))
			.param("ids", ids)
			.query((row, _) -> new Versioned<>(row.getObject(1, UUID.class), row.getLong(2),
					new Thing(row.getString(3), 7)))
			.list();
	}

	@Override
	public List<Versioned<Thing>> page(UUID after, int limit) {
		return jdbc.sql("""
				select id, version, name from %s
				where not deleted and (:after::uuid is null or id > :after)
				order by id limit :limit
				""".formatted(aggregate))
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> new Versioned<>(row.getObject(1, UUID.class), row.getLong(2),
					new Thing(row.getString(3), 7)))
			.list();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, aggregate, "id", "version", "not deleted");
	}

}
