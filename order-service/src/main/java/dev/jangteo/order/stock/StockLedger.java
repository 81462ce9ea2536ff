package dev.jangteo.order.stock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.events.NotificationLog;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.sql.Statement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stock in PostgreSQL. Only what others can see is a new version: a product that is sold
 * out, is back, or was counted anew by its owner. A hot product would otherwise send a
 * notification with every order.
 */
@Component
class StockLedger implements Stock {

	static final String TAKE = Statement.named("take-stock");

	static final String GIVE_BACK = Statement.named("give-stock-back");

	private final JdbcClient jdbc;

	private final NotificationLog log;

	StockLedger(JdbcClient jdbc, NotificationLog log) {
		this.jdbc = jdbc;
		this.log = log;
	}

	@Override
	public Optional<Shortage> take(UUID order, Map<ProductId, Integer> units, Instant when) {
		var sorted = new TreeMap<UUID, Integer>();
		units.forEach((product, count) -> sorted.put(product.value(), count));
		var taken = jdbc.sql(TAKE)
			.params(ArrayLiteral.of(sorted.keySet()), ArrayLiteral.of(sorted.values()), order,
					when.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new Taken(row.getObject("product_id", UUID.class), row.getInt("available"),
					row.getObject("rest", Integer.class), row.getLong("version")))
			.list();
		var shortage = taken.stream().filter((it) -> it.rest() == null).findFirst();
		if (shortage.isEmpty()) {
			taken.stream().filter(Taken::wasLast).forEach((it) -> publish("sold-out", it.product(), it.version()));
		}
		return shortage.map((it) -> new Shortage(new ProductId(it.product()), it.available()));
	}

	@Override
	public void giveBack(UUID order, Instant when) {
		jdbc.sql(GIVE_BACK)
			.params(order, when.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new GivenBack(row.getObject("product_id", UUID.class), row.getInt("before"),
					row.getLong("version")))
			.list()
			.stream()
			.filter(GivenBack::wasSoldOut)
			.forEach((it) -> publish("back", it.product(), it.version()));
	}

	/** The level of a product, locked until the end of the transaction. */
	StockLevel lock(ProductId product, UUID shop) {
		jdbc.sql("""
				insert into stock (product_id, shop_id, quantity, version)
				values (?, ?, null, 0)
				on conflict (product_id) do nothing
				""").params(product.value(), shop).update();
		return jdbc.sql("""
				select product_id, shop_id, quantity, version
				from stock
				where product_id = ?
				for update
				""").param(product.value()).query(StockLevel::read).single();
	}

	/**
	 * Sets what the owner has counted.
	 * @param before the locked level
	 * @param quantity {@code null}: not limited any more
	 * @return the level afterwards
	 */
	StockLevel set(StockLevel before, @Nullable Integer quantity, Instant when) {
		if (before.isLimitedTo(quantity)) {
			return before;
		}
		var after = before.countedAs(quantity);
		jdbc.sql("""
				update stock
				set quantity = ?, version = ?
				where product_id = ?
				""").param(quantity).param(after.version()).param(after.productId().value()).update();
		note(after.productId(), after.units() - before.units(), when);
		publish("counted", after.productId().value(), after.version());
		return after;
	}

	Optional<StockLevel> find(ProductId product) {
		return jdbc.sql("""
				select product_id, shop_id, quantity, version
				from stock
				where product_id = ?
				""").param(product.value()).query(StockLevel::read).optional();
	}

	List<StockLevel> findAll(List<UUID> products) {
		return jdbc.sql("""
				select product_id, shop_id, quantity, version
				from stock
				where product_id = any(?::uuid[]) and version > 0
				""").param(ArrayLiteral.of(products)).query(StockLevel::read).list();
	}

	List<StockLevel> page(@Nullable UUID after, int limit) {
		return jdbc.sql("""
				select product_id, shop_id, quantity, version
				from stock
				where product_id > ? and version > 0
				order by product_id
				limit ?
				""").params((after != null) ? after : new UUID(0, 0), limit).query(StockLevel::read).list();
	}

	private void note(ProductId product, int units, Instant when) {
		jdbc.sql("""
				insert into stock_movements (product_id, order_id, cause, units, at)
				values (?, null, 'SET', ?, ?)
				""").params(product.value(), units, when.atOffset(ZoneOffset.UTC)).update();
	}

	private void publish(String change, UUID product, long version) {
		log.append("stock", change, product, version);
	}

	/** A limited product an order asked for; without a rest too little was left. */
	private record Taken(UUID product, int available, @Nullable Integer rest, long version) {

		boolean wasLast() {
			return rest != null && rest == 0;
		}

	}

	private record GivenBack(UUID product, int before, long version) {

		boolean wasSoldOut() {
			return before == 0;
		}

	}

}
