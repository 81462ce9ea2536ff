package dev.jangteo.shop.products;

import java.util.UUID;

import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import dev.jangteo.shop.shops.OwnShops;
import dev.jangteo.shop.shops.ShopId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an owner sees: the products of the own shops and nobody else's.
 */
@Service
public class OwnProducts {

	private static final String LIST = "owner-products";

	private final OwnShops shops;

	private final Products products;

	OwnProducts(OwnShops shops, Products products) {
		this.shops = shops;
		this.products = products;
	}

	@Transactional(readOnly = true)
	public ProductEdition one(UUID owner, ProductId id) {
		return this.products.byId(id)
			.filter(product -> product.belongsTo(owner))
			.map(ProductEdition::of)
			.orElseThrow(() -> Problem.notFound("product"));
	}

	@Transactional(readOnly = true)
	public CursorPage<ProductEdition> list(UUID owner, ShopId shop, @Nullable String cursor, @Nullable Integer limit) {

		var list = LIST + ":" + shop.value();
		var after = Cursors.decode(list, cursor, keys -> UUID.fromString(keys.getFirst()));
		var size = Cursors.limit(limit);

		this.shops.currency(owner, shop);

		return CursorPage
			.of(this.products.ofShop(shop, after, size + 1), size,
					product -> Cursors.encode(list, product.id().value()))
			.map(ProductEdition::of);
	}

}
