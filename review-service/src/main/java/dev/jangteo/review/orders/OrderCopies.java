package dev.jangteo.review.orders;

import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows orders; the only class that knows order-service's words.
 */
@Component
class OrderCopies implements Follower<OrderCopies.State> {

	static final String NAME = "orders";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	OrderCopies(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public Followed<State> followed() {
		return new Followed<>(NAME, "order", "order", State.class);
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		var held = new HashMap<UUID, Long>();
		jdbc.sql("select id, version from followed_orders where id = any (?)")
			.param(ids.toArray(UUID[]::new))
			.query((row) -> {
				held.put(row.getObject("id", UUID.class), row.getLong("version"));
			});
		return held;
	}

	// Sorted, so that two batches that meet lock their rows in the same order.
	@Override
	public void apply(List<Versioned<State>> states) {
		var rows = states.stream().sorted(Comparator.comparing(Versioned::id)).map(Row::of).toList();
		jdbc.sql("""
				insert into followed_orders as held (id, version, member_id, shop_id, owner_id, products, delivered_at)
				select (row ->> 'id')::uuid, (row ->> 'version')::bigint, (row ->> 'memberId')::uuid,
					(row ->> 'shopId')::uuid, (row ->> 'ownerId')::uuid,
					array(select product::uuid from jsonb_array_elements_text(row -> 'products') as product),
					(row ->> 'deliveredAt')::timestamptz
				from jsonb_array_elements(?::jsonb) as row
				on conflict (id) do update
				set version = excluded.version, gone = false, member_id = excluded.member_id,
					shop_id = excluded.shop_id, owner_id = excluded.owner_id, products = excluded.products,
					delivered_at = excluded.delivered_at
				where held.version < excluded.version or (held.version = excluded.version and held.gone)
				""").param(json.writeValueAsString(rows)).update();
	}

	@Override
	public void remove(UUID id, long version) {
		jdbc.sql("""
				insert into followed_orders as held (id, version, gone)
				values (?, ?, true)
				on conflict (id) do update
				set version = excluded.version, gone = true, member_id = null, shop_id = null, owner_id = null,
					products = '{}', delivered_at = null
				where held.version <= excluded.version
				""").params(id, version).update();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "followed_orders", "id", "version", "not gone");
	}

	@Override
	public boolean isEmpty() {
		return jdbc.sql("select not exists (select from followed_orders)").query(Boolean.class).single();
	}

	/**
	 * What a review needs of an order.
	 */
	record State(UUID memberId, UUID shopId, UUID ownerId, String status, @Nullable List<Line> lines, Instant updatedAt,
			@Nullable Instant deliveredAt) {

		@Nullable Instant delivered() {
			if (!"DELIVERED".equals(status)) {
				return null;
			}
			return (deliveredAt != null) ? deliveredAt : updatedAt;
		}

		List<UUID> products() {
			return (lines != null) ? lines.stream().map(Line::productId).distinct().toList() : List.of();
		}

	}

	record Line(UUID productId) {
	}

	record Row(UUID id, long version, UUID memberId, UUID shopId, UUID ownerId, List<UUID> products,
			@Nullable Instant deliveredAt) {

		static Row of(Versioned<State> order) {
			var state = order.state();
			return new Row(order.id(), order.version(), state.memberId(), state.shopId(), state.ownerId(),
					state.products(), state.delivered());
		}

	}

}
