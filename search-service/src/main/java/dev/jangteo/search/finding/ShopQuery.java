package dev.jangteo.search.finding;

import org.jspecify.annotations.Nullable;

/**
 * Which shops, in which order.
 *
 * @param words what they are about
 * @param category their category
 * @param place where the shopper is
 * @param radius how far away they may be, in metres; only with a place
 * @param openNow whether they must be open
 * @param minRating what they must be rated at least
 * @param sort their order
 */
public record ShopQuery(@Nullable String words, @Nullable String category, @Nullable Place place, int radius,
		boolean openNow, @Nullable Double minRating, Sort sort) {

	/** The list's name, for its cursors: other filters make another list. */
	String list() {
		return "shops-" + Integer.toHexString(toString().hashCode());
	}

	/** Orders of shops. */
	public enum Sort {

		/** What fits best; without words the nearest. */
		RELEVANCE,

		/** The nearest. */
		DISTANCE,

		/** The best rated. */
		RATING,

		/** The cheapest to have it brought from. */
		DELIVERY_FEE

	}

}
