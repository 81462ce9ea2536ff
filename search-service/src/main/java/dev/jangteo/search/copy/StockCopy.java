package dev.jangteo.search.copy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.search.display.DisplayStore;
import dev.jangteo.search.display.DisplayStore.Stock;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.Part;

import org.springframework.stereotype.Component;

/** Follows whether products have stock left. */
@Component
class StockCopy implements Follower<StockState>, Owing {

	static final String SUBJECT = "stock";

	private final Pair pair;

	private final DisplayStore display;

	StockCopy(Pairs pairs, DisplayStore display) {
		this.pair = pairs.of(SUBJECT, Kind.PRODUCT);
		this.display = display;
	}

	@Override
	public Followed<StockState> followed() {
		return new Followed<>("stocks", SUBJECT, "order", StockState.class);
	}

	@Override
	public Pair pair() {
		return this.pair;
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		return this.pair.versions(ids);
	}

	@Override
	public void apply(List<Versioned<StockState>> states) {
		this.pair.keep(states.stream().map(StockCopy::part).toList(),
				() -> this.display.writeStock(states.stream()
					.map((stock) -> new Stock(stock.id(), stock.version(), stock.state().available()))
					.toList()));
	}

	@Override
	public void remove(UUID id, long version) {
		if (Pair.isNothing(version)) {
			return;
		}
		this.pair.keep(List.of(new Part(id, version, null)),
				() -> this.display.writeStock(List.of(new Stock(id, version, null))));
	}

	private static Part part(Versioned<StockState> stock) {
		return new Part(stock.id(), stock.version(), Map.of("available", stock.state().available()));
	}

	@Override
	public VersionIndex versionIndex() {
		return this.pair.versionIndex();
	}

	@Override
	public boolean isEmpty() {
		return this.pair.isEmpty();
	}

}
