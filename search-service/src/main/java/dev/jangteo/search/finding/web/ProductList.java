package dev.jangteo.search.finding.web;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * A list of products, for the API's description; it is sent as stored bytes.
 *
 * @param items the products
 * @param nextCursor where the next page begins
 * @param degraded whether a stand-in made it
 */
record ProductList(List<ProductItem> items, @Nullable String nextCursor, boolean degraded) {

	/** A product in a list. */
	record ProductItem(UUID id, UUID shopId, String title, Money price, @Nullable String brand,
			List<String> categoryPath, @Nullable String image, long version, boolean available) {

	}

}
