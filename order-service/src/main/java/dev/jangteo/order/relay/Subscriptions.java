package dev.jangteo.order.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.jangteo.order.ordering.OrderChanges.Change;
import dev.jangteo.order.ordering.OrderView;

/**
 * Who reads what on this instance. May be read while it changes.
 */
class Subscriptions {

	private final Map<UUID, Set<Subscription>> byTopic = new ConcurrentHashMap<>();

	private final AtomicInteger size = new AtomicInteger();

	void add(Subscription subscription) {
		byTopic.compute(subscription.topic(), (_, present) -> {
			var all = (present != null) ? present : ConcurrentHashMap.<Subscription>newKeySet();
			all.add(subscription);
			return all;
		});
		size.incrementAndGet();
	}

	void remove(Subscription subscription) {
		byTopic.computeIfPresent(subscription.topic(), (_, present) -> {
			if (present.remove(subscription)) {
				size.decrementAndGet();
			}
			return present.isEmpty() ? null : present;
		});
	}

	boolean want(Change change) {
		return byTopic.containsKey(change.shop().value()) || byTopic.containsKey(change.order().value());
	}

	/** Those who read this order or its shop. */
	List<Subscription> of(OrderView order) {
		return Stream.of(order.shopId().value(), order.id().value())
			.flatMap((topic) -> byTopic.getOrDefault(topic, Set.of()).stream())
			.toList();
	}

	void endAll() {
		byTopic.values().forEach((all) -> all.forEach(Subscription::end));
	}

	boolean isEmpty() {
		return size.get() == 0;
	}

	int size() {
		return size.get();
	}

}
