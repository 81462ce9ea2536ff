package dev.jangteo.search.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.events.Versioned;
import dev.jangteo.search.copy.ProductState.OptionGroup;
import dev.jangteo.search.display.Entry;
import dev.jangteo.search.display.ProductFacts;
import dev.jangteo.search.index.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Turns a product into what the stores hold of it. */
@Component
class ProductRendering {

	private static final String BELOW = " > ";

	private final Rendering rendering;

	ProductRendering(Rendering rendering) {
		this.rendering = rendering;
	}

	Rendered render(Versioned<ProductState> product) {
		var state = product.state();
		var card = new ProductFacts(state.shopId(), state.soldOut()).before(this.rendering.open(Item.of(product)));
		var detail = this.rendering.members(new Detail(state.description(), Rendering.orNone(state.optionGroups())));
		return new Rendered(new Entry(product.id(), product.version(), new Entry.Content(card, detail)),
				new Part(product.id(), product.version(), fields(state, card, detail)));
	}

	private static Map<String, Object> fields(ProductState state, byte[] card, byte[] detail) {
		var path = Rendering.orNone(state.categoryPath());
		var fields = new HashMap<String, Object>();
		fields.put("shopId", state.shopId());
		fields.put("title", state.title());
		fields.put("category", ancestors(path));
		fields.put("categoryWords", path);
		fields.put("price", state.price().amount());
		fields.put("soldOut", state.soldOut());
		fields.put("card", card);
		fields.put("detail", detail);
		putIfPresent(fields, "description", state.description());
		putIfPresent(fields, "brand", state.brand());
		putIfPresent(fields, "gtin", state.gtin());
		putIfPresent(fields, "createdAt", state.createdAt());
		return fields;
	}

	// Each level of the path by its whole name, so that one term finds all below it.
	private static List<String> ancestors(List<String> path) {
		var names = new ArrayList<String>();
		for (int i = 1; i <= path.size(); i++) {
			names.add(String.join(BELOW, path.subList(0, i)));
		}
		return names;
	}

	private static void putIfPresent(Map<String, Object> fields, String name, @Nullable Object value) {
		if (value != null) {
			fields.put(name, value.toString());
		}
	}

	/**
	 * A product as the stores take it.
	 *
	 * @param entry for the display store
	 * @param part for the index
	 */
	record Rendered(Entry entry, Part part) {

	}

	/** What a list shows; whether it can be bought is put behind it. */
	private record Item(UUID id, UUID shopId, String title, Money price, @Nullable String brand,
			List<String> categoryPath, @Nullable String image, long version) {

		static Item of(Versioned<ProductState> product) {
			var state = product.state();
			return new Item(product.id(), state.shopId(), state.title(), state.price(), state.brand(),
					Rendering.orNone(state.categoryPath()), Rendering.first(state.images()), product.version());
		}

	}

	/** What only the menu shows. */
	private record Detail(@Nullable String description, List<OptionGroup> optionGroups) {

	}

}
