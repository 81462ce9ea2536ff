package dev.jangteo.shop.products;

import dev.jangteo.shop.values.Text;

/**
 * One product of an owner's feed.
 *
 * @param externalId what the owner calls it, the same in every feed
 */
public record FeedProduct(String externalId, ProductDetails details) {

	public static final int LONGEST_ID = 100;

	public FeedProduct {
		externalId = Text.required("id", externalId, LONGEST_ID);
	}

}
