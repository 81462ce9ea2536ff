package dev.jangteo.search.finding;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which products, in which order.
 *
 * @param words what they are about
 * @param category the category they are in or below, from its root
 * @param brand their brand
 * @param minPrice what they cost at least
 * @param maxPrice what they cost at most
 * @param shop whose they are
 * @param available whether they must be had now
 * @param sort their order
 */
public record ProductQuery(@Nullable String words, @Nullable String category, @Nullable String brand,
		@Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice, @Nullable UUID shop, boolean available,
		Sort sort) {

	/** The list's name, for its cursors: other filters make another list. */
	String list() {
		return "products-" + Integer.toHexString(toString().hashCode());
	}

	/** Orders of products. */
	public enum Sort {

		/** What fits best. */
		RELEVANCE,

		/** The cheapest. */
		PRICE_ASC,

		/** The dearest. */
		PRICE_DESC,

		/** The newest. */
		NEWEST

	}

}
