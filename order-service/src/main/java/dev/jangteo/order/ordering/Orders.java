package dev.jangteo.order.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All orders. Every verb belongs into a transaction; an order that was found is this
 * transaction's alone until it ends.
 */
interface Orders {

	/** Adds a new order; its notification leaves with it. */
	void add(Order order);

	Optional<Order> find(OrderId id);

	/** The same, but empty as well while somebody else is working on it. */
	Optional<Order> findIdle(OrderId id);

	/** Some of those whose time is over, the longest first. Needs no transaction. */
	List<OrderId> expired(Instant when, int limit);

	/**
	 * Writes what has changed.
	 * @return the version it has now, one more than before
	 */
	long store(Order order);

}
