package dev.jangteo.payment.orders;

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
import org.springframework.stereotype.Component;

/**
 * Our copy of orders. An order that comes to its end stays unanswered until the payments
 * have drawn their conclusion from it.
 */
@Component
class OrderCopies implements Follower<OrderTerms> {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	OrderCopies(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public Followed<OrderTerms> followed() {
		return new Followed<>("orders", "order", "order", OrderTerms.class);
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		var held = new HashMap<UUID, Long>();
		jdbc.sql("""
				select id, version
				from copied_orders
				where id = any(?::uuid[])
				""").param(ArrayLiteral.of(ids)).query((row) -> {
			held.put(row.getObject("id", UUID.class), row.getLong("version"));
		});
		return held;
	}

	// Sorted, so that two batches that meet lock their rows in the same order.
	@Override
	public void apply(List<Versioned<OrderTerms>> states) {
		var rows = states.stream().sorted(Comparator.comparing(Versioned::id)).toList();
		jdbc.sql("""
				insert into copied_orders as held (id, version, gone, status, unanswered, terms)
				select (row ->> 'id')::uuid, (row ->> 'version')::bigint, false, row #>> '{state,status}',
					row #>> '{state,status}' in ('DELIVERED', 'REJECTED', 'CANCELLED', 'EXPIRED'), row -> 'state'
				from jsonb_array_elements(?::jsonb) as row
				on conflict (id) do update
				set version = excluded.version, gone = false, status = excluded.status, terms = excluded.terms,
					unanswered = held.unanswered
						or (excluded.unanswered and held.status is distinct from excluded.status)
				where held.version < excluded.version
				or (held.version = excluded.version and held.gone)
				""").param(json.writeValueAsString(rows)).update();
	}

	@Override
	public void remove(UUID id, long version) {
		jdbc.sql("""
				insert into copied_orders as held (id, version, gone)
				values (?, ?, true)
				on conflict (id) do update
				set version = excluded.version, gone = true, status = null, terms = null
				where held.version <= excluded.version
				""").params(id, version).update();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "copied_orders", "id", "version", "not gone");
	}

	@Override
	public boolean isEmpty() {
		return jdbc.sql("select not exists (select from copied_orders)").query(Boolean.class).single();
	}

}
