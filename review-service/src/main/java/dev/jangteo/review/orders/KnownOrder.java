package dev.jangteo.review.orders;

import java.util.List;
import java.util.UUID;

/**
 * An order as our copy knows it.
 *
 * @param products what was ordered
 */
public record KnownOrder(UUID id, UUID memberId, UUID shopId, UUID ownerId, List<UUID> products, boolean delivered) {

	public KnownOrder {
		products = List.copyOf(products);
	}

}
