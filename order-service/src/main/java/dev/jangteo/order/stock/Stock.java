package dev.jangteo.order.stock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.order.catalog.ProductId;

/**
 * What is left of products whose stock is limited; all others are always there. Both
 * verbs belong into the transaction of the order they serve, and lock products in the
 * order of their ids, so that orders wait for each other but never in a circle.
 */
public interface Stock {

	/**
	 * Takes units for an order, all or none.
	 * @return the first product of which too little is left; the caller then rolls back
	 */
	Optional<Shortage> take(UUID order, Map<ProductId, Integer> units, Instant when);

	/** Gives back what an order has taken. Once: repetition changes nothing. */
	void giveBack(UUID order, Instant when);

	/**
	 * Too little is left.
	 *
	 * @param available what is left
	 */
	record Shortage(ProductId product, int available) {
	}

}
