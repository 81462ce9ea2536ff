package dev.jangteo.order.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.order.catalog.ProductId;

/**
 * The twin of {@link StockLedger}, for one transaction at a time.
 */
public class InMemoryStock implements Stock {

	private final Map<ProductId, Integer> quantities = new HashMap<>();

	private final Map<UUID, Map<ProductId, Integer>> taken = new HashMap<>();

	public void put(ProductId product, int quantity) {
		quantities.put(product, quantity);
	}

	public Integer left(ProductId product) {
		return quantities.get(product);
	}

	@Override
	public Optional<Shortage> take(UUID order, Map<ProductId, Integer> units, Instant when) {
		var limited = new TreeMap<ProductId, Integer>((a, b) -> a.value().compareTo(b.value()));
		units.forEach((product, count) -> {
			if (quantities.containsKey(product)) {
				limited.put(product, count);
			}
		});
		for (var it : limited.entrySet()) {
			if (quantities.get(it.getKey()) < it.getValue()) {
				return Optional.of(new Shortage(it.getKey(), quantities.get(it.getKey())));
			}
		}
		limited.forEach((product, count) -> quantities.merge(product, -count, Integer::sum));
		taken.put(order, limited);
		return Optional.empty();
	}

	@Override
	public void giveBack(UUID order, Instant when) {
		var back = taken.remove(order);
		if (back != null) {
			back.forEach((product, count) -> quantities.merge(product, count, Integer::sum));
		}
	}

}
