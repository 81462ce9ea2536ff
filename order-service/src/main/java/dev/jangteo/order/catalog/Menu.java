package dev.jangteo.order.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * What a shop offers, as our copy knows it now: its terms and those of the products asked
 * for. A product that is missing here does not exist any more, or never did.
 */
public record Menu(ShopId shopId, ShopTerms shop, Map<ProductId, ProductTerms> products) {

	public Menu {
		products = Map.copyOf(products);
	}

	/** A product, if this very shop sells it in its own currency. */
	public Optional<ProductTerms> offer(ProductId id) {
		return Optional.ofNullable(products.get(id))
			.filter((product) -> product.shopId().equals(shopId))
			.filter((product) -> product.price().currency().equals(shop.currency()));
	}

}
