package dev.jangteo.shop.products;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.jangteo.events.UuidV7;
import dev.jangteo.shop.shops.ShopId;
import dev.jangteo.shop.values.JsonColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Products by the hundred, inside the caller's transaction, each that became another with
 * its notification. What a feed does not speak of (options) stays as it is.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Catalogue {

	private final JdbcClient jdbc;

	private final ProductNotifications notifications;

	private final Clock clock;

	Catalogue(JdbcClient jdbc, ProductNotifications notifications, Clock clock) {
		this.jdbc = jdbc;
		this.notifications = notifications;
		this.clock = clock;
	}

	/**
	 * Lists the new ones and changes those that are known and differ; of two with the
	 * same id the later counts.
	 */
	public Outcome bring(ShopId shop, UUID owner, List<FeedProduct> feed) {

		var distinct = new LinkedHashMap<String, FeedProduct>();
		feed.forEach(product -> distinct.put(product.externalId(), product));

		var changed = write(shop, owner,
				// Always in the same order, so that two writers do not wait for each
				// other.
				distinct.values().stream().sorted(Comparator.comparing(FeedProduct::externalId)).toList());
		var created = changed.stream().filter(version -> version == 1).count();

		return new Outcome(created, changed.size() - created, feed.size() - changed.size());
	}

	private List<Long> write(ShopId shop, UUID owner, List<FeedProduct> feed) {
		return this.jdbc.sql("""
				with changed as (
				insert into product (id, version, shop_id, owner_id, external_id, title, description, price, currency,
				  brand, gtin, link, category_path, images, option_groups, sold_out, created_at, updated_at)
				select id, 1, :shop, :owner, external_id, title, description, price, currency,
				  brand, gtin, link, category_path::jsonb, images::jsonb, '[]', sold_out, :now, :now
				from unnest(:ids::uuid[], :externalIds::text[], :titles::text[], :descriptions::text[],
				  :prices::numeric[], :currencies::text[], :brands::text[], :gtins::text[], :links::text[],
				  :paths::text[], :images::text[], :soldOuts::boolean[])
				  as feed (id, external_id, title, description, price, currency, brand, gtin, link, category_path,
				    images, sold_out)
				on conflict (shop_id, external_id) where external_id is not null do update
				set version = product.version + 1, title = excluded.title, description = excluded.description,
				  price = excluded.price, brand = excluded.brand, gtin = excluded.gtin, link = excluded.link,
				  category_path = excluded.category_path, images = excluded.images, sold_out = excluded.sold_out,
				  updated_at = excluded.updated_at
				where (product.title, product.description, product.price, product.brand, product.gtin, product.link,
				    product.category_path, product.images, product.sold_out)
				  is distinct from (excluded.title, excluded.description, excluded.price, excluded.brand,
				    excluded.gtin, excluded.link, excluded.category_path, excluded.images, excluded.sold_out)
				returning id, version)
				select version, append_notification('product', case version when 1 then 'listed' else 'changed' end,
				  id, version, :traceparent)
				from changed
				""")
			.param("traceparent", this.notifications.appending(), Types.VARCHAR)
			.param("shop", shop.value())
			.param("owner", owner)
			.param("now", Timestamp.from(Instant.ofEpochMilli(this.clock.millis())))
			.params(columns(feed))
			.query((row, _) -> row.getLong("version"))
			.list();
	}

	private static Map<String, Object> columns(List<FeedProduct> feed) {

		var columns = new LinkedHashMap<String, Object>();

		columns.put("ids", feed.stream().map(_ -> UuidV7.next()).toArray(UUID[]::new));
		columns.put("externalIds", feed.stream().map(FeedProduct::externalId).toArray(String[]::new));
		columns.put("titles", texts(feed, ProductDetails::title));
		columns.put("descriptions", texts(feed, ProductDetails::description));
		columns.put("prices", feed.stream().map(one -> one.details().price().amount()).toArray(BigDecimal[]::new));
		columns.put("currencies", texts(feed, details -> details.price().currency().getCurrencyCode()));
		columns.put("brands", texts(feed, ProductDetails::brand));
		columns.put("gtins", texts(feed, Catalogue::digits));
		columns.put("links", texts(feed, ProductDetails::link));
		columns.put("paths", texts(feed, details -> JsonColumn.json(details.categoryPath())));
		columns.put("images", texts(feed, details -> JsonColumn.json(details.images())));
		columns.put("soldOuts", feed.stream().map(one -> one.details().soldOut()).toArray(Boolean[]::new));

		return columns;
	}

	private static @Nullable String[] texts(List<FeedProduct> feed, Function<ProductDetails, @Nullable String> column) {
		return feed.stream().map(FeedProduct::details).map(column).toArray(String[]::new);
	}

	private static @Nullable String digits(ProductDetails details) {
		var gtin = details.gtin();
		return (gtin != null) ? gtin.digits() : null;
	}

	/** The products behind external ids, as far as there are any. */
	public List<UUID> known(ShopId shop, Collection<String> externalIds) {
		return this.jdbc.sql("""
				select id from product where shop_id = :shop and external_id = any(:externalIds)
				""")
			.param("shop", shop.value())
			.param("externalIds", externalIds.toArray(String[]::new))
			.query(UUID.class)
			.list();
	}

	/** The next products by id that some feed may know, listed before a time. */
	public List<UUID> slice(ShopId shop, @Nullable UUID after, Instant listedBefore, int limit) {
		return this.jdbc.sql("""
				select id from product
				where shop_id = :shop and id > :after and external_id is not null and created_at < :before
				order by id limit :limit
				""")
			.param("shop", shop.value())
			.param("after", (after != null) ? after : new UUID(0, 0))
			.param("before", Timestamp.from(listedBefore))
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

	public int remove(Collection<UUID> ids) {

		// Its end is one version more than anything that was ever read of it.
		return this.jdbc.sql("""
				with removed as (delete from product where id = any(:ids) returning id, version)
				select append_notification('product', 'removed', id, version + 1, :traceparent) from removed
				""")
			.param("traceparent", this.notifications.appending(), Types.VARCHAR)
			.param("ids", ids.toArray(UUID[]::new))
			.query((_, _) -> 1)
			.list()
			.size();
	}

	/**
	 * Takes some products of a shop off the list, whoever listed them; zero when there
	 * are none left.
	 */
	public int clear(ShopId shop, int limit) {
		return remove(this.jdbc.sql("select id from product where shop_id = :shop order by id limit :limit")
			.param("shop", shop.value())
			.param("limit", limit)
			.query(UUID.class)
			.list());
	}

	/**
	 * What became of a feed.
	 */
	public record Outcome(long created, long updated, long unchanged) {
	}

}
