package dev.jangteo.order.ordering;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.order.catalog.ShopId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The orders in the order of their last change. Each stands here once, with its present
 * state; a change moves it to the end.
 * <p>
 * A change's place is the transaction that made it. Transactions may commit later than
 * younger ones, so a reader must come back for everything at or above the
 * <em>horizon</em>: the oldest transaction that was still running when it read. Below it
 * nothing can appear any more.
 */
@Component
public class OrderChanges {

	private final JdbcClient jdbc;

	OrderChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The present horizon. */
	public long horizon() {
		return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint").query(Long.class).single();
	}

	/**
	 * What has changed in any shop behind a place, first changed first.
	 * @param limit of changes
	 */
	public Changes behind(Place place, int limit) {
		var rows = jdbc.sql("""
				select h.horizon, o.changed_xid::text::bigint as xid, o.id, o.shop_id, o.version
				from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon) h
				left join lateral (
					select changed_xid, id, shop_id, version
					from orders
					where (changed_xid, id) > (?::text::xid8, ?) and status <> 'PENDING_PAYMENT'
					order by changed_xid, id
					limit ?
				) o on true
				""")
			.params(Long.toString(place.transaction()), place.order(), limit)
			.query((row, _) -> new Row(row.getLong("horizon"), row.getLong("xid"), row.getObject("id", UUID.class),
					row.getObject("shop_id", UUID.class), row.getLong("version")))
			.list();
		return new Changes(rows.getFirst().horizon(),
				rows.stream().map(Row::toChange).flatMap(Optional::stream).toList());
	}

	/**
	 * What has changed in a shop behind a place, first changed first, as it is now.
	 * @param limit of orders
	 */
	public Page ofShop(ShopId shop, Place place, int limit) {
		var horizon = horizon();
		var rows = jdbc.sql(OrderRow.select("""
				where o.shop_id = ? and (o.changed_xid, o.id) > (?::text::xid8, ?) and o.status <> 'PENDING_PAYMENT'
				order by o.changed_xid, o.id
				limit ?
				""", "o.changed_xid::text::bigint as xid"))
			.params(shop.value(), Long.toString(place.transaction()), place.order(), limit)
			.query((row, number) -> new Placed(OrderRow.read(row, number), row.getLong("xid")))
			.list();
		return Page.of(rows, horizon, rows.size() == limit, place);
	}

	/**
	 * A shop's open orders, first placed first.
	 * @param statuses those to read
	 * @param after the id of the last one of the page before
	 */
	public List<OrderView> open(ShopId shop, Set<OrderStatus> statuses, UUID after, int limit) {
		// In the text, so that the index of open orders can serve it.
		var names = statuses.stream().map(OrderStatus::name).sorted().collect(Collectors.joining("', '", "'", "'"));
		return jdbc.sql(OrderRow.select("""
				where o.shop_id = ? and o.status in (%s) and o.id > ?
				order by o.id
				limit ?
				""".formatted(names))).params(shop.value(), after, limit).query(OrderRow::read).list();
	}

	/** Orders as they are now. */
	public List<OrderView> views(Collection<OrderId> orders) {
		return jdbc.sql(OrderRow.select("""
				where o.id = any(?::uuid[])
				""")).param(ArrayLiteral.of(orders.stream().map(OrderId::value).toList())).query(OrderRow::read).list();
	}

	/**
	 * Where a reader stands.
	 *
	 * @param transaction everything below has been read
	 * @param order of this very transaction, up to this order
	 */
	public record Place(long transaction, UUID order) {

		public Place {
			if (transaction < 0) {
				throw new IllegalArgumentException("a transaction has a positive number");
			}
		}

		/** Before everything that a transaction and later ones have done. */
		public static Place before(long transaction) {
			return new Place(transaction, new UUID(0, 0));
		}

	}

	/**
	 * An order that has changed.
	 */
	public record Change(Place place, OrderId order, ShopId shop, long version) {
	}

	/**
	 * Changes as they were read.
	 *
	 * @param horizon below it nothing is missing
	 */
	public record Changes(long horizon, List<Change> changes) {
	}

	/**
	 * Changed orders of a shop.
	 *
	 * @param last where to read on at once
	 * @param safe where to read on at any later time, and miss nothing
	 * @param more whether there was more to read
	 */
	public record Page(List<OrderView> orders, Place last, Place safe, boolean more) {

		private static Page of(List<Placed> rows, long horizon, boolean more, Place from) {
			var last = rows.isEmpty() ? from : rows.getLast().place();
			var safe = (more && last.transaction() < horizon) ? last : Place.before(horizon);
			return new Page(rows.stream().map(Placed::order).toList(), last, safe, more);
		}

	}

	private record Placed(OrderView order, long transaction) {

		Place place() {
			return new Place(transaction, order.id().value());
		}

	}

	private record Row(long horizon, long transaction, @Nullable UUID order, @Nullable UUID shop, long version) {

		Optional<Change> toChange() {
			if (order == null || shop == null) {
				return Optional.empty();
			}
			return Optional
				.of(new Change(new Place(transaction, order), new OrderId(order), new ShopId(shop), version));
		}

	}

}
