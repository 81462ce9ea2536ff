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
import dev.jangteo.search.display.Entry;
import dev.jangteo.search.display.Places;
import dev.jangteo.search.display.Places.Place;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.Part;

import org.springframework.stereotype.Component;

/** Follows shops. */
@Component
class ShopCopy implements Follower<ShopState>, Owing {

	static final String SUBJECT = "shop";

	private final Pair pair;

	private final ShopRendering rendering;

	private final DisplayStore display;

	private final Places places;

	ShopCopy(Pairs pairs, ShopRendering rendering, DisplayStore display, Places places) {
		this.pair = pairs.of(SUBJECT, Kind.SHOP);
		this.rendering = rendering;
		this.display = display;
		this.places = places;
	}

	@Override
	public Followed<ShopState> followed() {
		return new Followed<>("shops", SUBJECT, "shop", ShopState.class);
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
	public void apply(List<Versioned<ShopState>> states) {
		var shops = states.stream().map(this.rendering::render).toList();
		this.pair.keep(shops.stream().map(ShopRendering.Rendered::part).toList(), () -> {
			this.display.write(Shelf.SHOPS, shops.stream().map(ShopRendering.Rendered::entry).toList());
			this.places.write(shops.stream().map(ShopRendering.Rendered::place).toList());
		});
	}

	@Override
	public void remove(UUID id, long version) {
		if (Pair.isNothing(version)) {
			return;
		}
		this.pair.keep(List.of(new Part(id, version, null)), () -> {
			this.display.write(Shelf.SHOPS, List.of(new Entry(id, version, null)));
			this.places.write(List.of(new Place(id, version, null)));
		});
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
