package dev.jangteo.order.ordering;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The twin of {@link StoredOrders}, for one transaction at a time.
 */
class InMemoryOrders implements Orders {

	private final Map<OrderId, Order> orders = new LinkedHashMap<>();

	private final Map<OrderId, Long> versions = new LinkedHashMap<>();

	@Override
	public void add(Order order) {
		orders.put(order.id(), order);
		versions.put(order.id(), order.version());
	}

	@Override
	public Optional<Order> find(OrderId id) {
		return Optional.ofNullable(orders.get(id));
	}

	@Override
	public Optional<Order> findIdle(OrderId id) {
		return find(id);
	}

	@Override
	public List<OrderId> expired(Instant when, int limit) {
		return orders.values()
			.stream()
			.map(Order::view)
			.filter((order) -> order.expiresAt() != null && !when.isBefore(order.expiresAt()))
			.sorted(Comparator.comparing(OrderView::expiresAt))
			.limit(limit)
			.map(OrderView::id)
			.toList();
	}

	@Override
	public long store(Order order) {
		return versions.merge(order.id(), 1L, Long::sum);
	}

}
