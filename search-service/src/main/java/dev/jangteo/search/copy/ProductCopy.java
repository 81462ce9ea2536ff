package dev.jangteo.search.copy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.search.display.Card;
import dev.jangteo.search.display.DisplayStore;
import dev.jangteo.search.display.Entry;
import dev.jangteo.search.display.ProductFacts;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Follows products, and with them the menus of the shops. */
@Component
class ProductCopy implements Follower<ProductState>, Owing {

	static final String SUBJECT = "product";

	private final Pair pair;

	private final ProductRendering rendering;

	private final DisplayStore display;

	ProductCopy(Pairs pairs, ProductRendering rendering, DisplayStore display) {
		this.pair = pairs.of(SUBJECT, Kind.PRODUCT);
		this.rendering = rendering;
		this.display = display;
	}

	@Override
	public Followed<ProductState> followed() {
		return new Followed<>("products", SUBJECT, "shop", ProductState.class);
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
	public void apply(List<Versioned<ProductState>> states) {
		var products = states.stream().map(this.rendering::render).toList();
		this.pair.keep(products.stream().map(ProductRendering.Rendered::part).toList(), () -> {
			var written = this.display.write(Shelf.PRODUCTS,
					products.stream().map(ProductRendering.Rendered::entry).toList());
			var shops = new HashMap<UUID, UUID>();
			states.stream()
				.filter((product) -> written.contains(product.id()))
				.forEach((product) -> shops.put(product.id(), product.state().shopId()));
			this.display.addToMenus(shops);
		});
	}

	@Override
	public void remove(UUID id, long version) {
		if (Pair.isNothing(version)) {
			return;
		}
		this.pair.keep(List.of(new Part(id, version, null)), () -> {
			var before = card(id);
			this.display.write(Shelf.PRODUCTS, List.of(new Entry(id, version, null)));
			if (before != null && before.isLive()) {
				removeFromMenu(id, ProductFacts.of(before).shop());
			}
		});
	}

	// Made again meanwhile, it may have come onto the menu before it was taken off.
	private void removeFromMenu(UUID id, UUID shop) {
		this.display.removeFromMenu(id, shop);
		var after = card(id);
		if (after != null && after.isLive()) {
			this.display.addToMenus(Map.of(id, ProductFacts.of(after).shop()));
		}
	}

	private @Nullable Card card(UUID id) {
		return this.display.cards(Shelf.PRODUCTS, List.of(id)).getFirst();
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
