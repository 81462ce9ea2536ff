package dev.jangteo.shop.shops;

import java.util.Currency;
import java.util.UUID;

import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an owner sees: the own shops and nobody else's.
 */
@Service
public class OwnShops {

	private static final String LIST = "owner-shops";

	private final Shops shops;

	private final JdbcClient jdbc;

	OwnShops(Shops shops, JdbcClient jdbc) {
		this.shops = shops;
		this.jdbc = jdbc;
	}

	@Transactional(readOnly = true)
	public ShopEdition one(UUID owner, ShopId id) {
		return this.shops.byId(id)
			.filter(shop -> shop.belongsTo(owner))
			.map(ShopEdition::of)
			.orElseThrow(() -> Problem.notFound("shop"));
	}

	@Transactional(readOnly = true)
	public CursorPage<ShopEdition> list(UUID owner, @Nullable String cursor, @Nullable Integer limit) {

		var before = Cursors.decode(LIST, cursor, keys -> UUID.fromString(keys.getFirst()));
		var size = Cursors.limit(limit);

		return CursorPage
			.of(this.shops.ofOwner(owner, before, size + 1), size, shop -> Cursors.encode(LIST, shop.id().value()))
			.map(ShopEdition::of);
	}

	/**
	 * The currency of an own shop.
	 * @throws Problem 404 when there is no such shop, or it is another's
	 */
	public Currency currency(UUID owner, ShopId id) {
		return currency("select currency from shop where id = :id and owner_id = :owner", owner, id);
	}

	/**
	 * The same, and the shop stays until the transaction ends, so that nothing is added
	 * to one that closed down.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Currency keep(UUID owner, ShopId id) {
		return currency("select currency from shop where id = :id and owner_id = :owner for key share", owner, id);
	}

	private Currency currency(String sql, UUID owner, ShopId id) {
		return this.jdbc.sql(sql)
			.param("id", id.value())
			.param("owner", owner)
			.query(String.class)
			.optional()
			.map(Currency::getInstance)
			.orElseThrow(() -> Problem.notFound("shop"));
	}

}
