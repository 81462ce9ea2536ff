package dev.jangteo.search.finding;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.search.display.Card;
import dev.jangteo.search.display.DisplayStore;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.finding.Page.Dish;
import dev.jangteo.search.index.Hit;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.SearchIndex;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Shops' pages, from the display store or else from the index. */
@Component
class Pages {

	private final DisplayStore display;

	private final SearchIndex index;

	private final FindingSettings settings;

	Pages(DisplayStore display, SearchIndex index, FindingSettings settings) {
		this.display = display;
		this.index = index;
		this.settings = settings;
	}

	/**
	 * Reads a page.
	 * @throws NeighbourAway when neither store answers
	 */
	Answer read(UUID shop) {
		try {
			return displayed(shop);
		}
		catch (NeighbourAway ex) {
			return indexed(shop);
		}
	}

	private Answer displayed(UUID shop) {
		var card = this.display.cards(Shelf.SHOPS, List.of(shop)).getFirst();
		if (card == null || !card.isKnown()) {
			return Answer.UNKNOWN;
		}
		var detail = this.display.details(Shelf.SHOPS, List.of(shop)).getFirst();
		if (!card.isLive() || detail == null) {
			return Answer.GONE;
		}
		var ids = this.display.menu(shop, 0, this.settings.mostOnMenu());
		var cards = this.display.cards(Shelf.PRODUCTS, ids);
		var details = this.display.details(Shelf.PRODUCTS, ids);
		var menu = new ArrayList<Dish>();
		for (int i = 0; i < cards.size(); i++) {
			add(menu, cards.get(i), details.get(i));
		}
		var size = (ids.size() < this.settings.mostOnMenu()) ? menu.size() : this.display.menuSize(shop);
		return new Answer(new Page(card, detail, menu, size, false), false);
	}

	private static void add(List<Dish> menu, @Nullable Card card, byte @Nullable [] detail) {
		if (card != null && card.isLive() && detail != null) {
			menu.add(new Dish(card, detail));
		}
	}

	private Answer indexed(UUID shop) {
		var document = this.index.documents(Kind.SHOP, List.of(shop), "versions", "shop.card", "shop.detail").get(shop);
		if (document == null) {
			return Answer.UNKNOWN;
		}
		if (!document.path("shop").has("card")) {
			return Answer.GONE;
		}
		var ids = this.index.search(Kind.PRODUCT, Map.of("size", this.settings.mostOnMenu(), "_source", false,
				"track_total_hits", false, "query",
				Map.of("bool",
						Map.of("filter",
								List.of(SearchIndex.live("product"), Map.of("term", Map.of("product.shopId", shop))))),
				"sort", List.of(Map.of("id", "asc"))))
			.stream()
			.map(Hit::id)
			.toList();
		var menu = ids.isEmpty() ? List.<Dish>of() : menu(ids);
		return new Answer(new Page(card(document, "shop"), bytes(document, "shop", "detail"), menu, menu.size(), true),
				false);
	}

	private List<Dish> menu(List<UUID> ids) {
		var products = this.index.documents(Kind.PRODUCT, ids, "product.card", "product.detail", "stock.available");
		return ids.stream()
			.filter(products::containsKey)
			.map(products::get)
			.filter((product) -> product.path("product").has("card"))
			.map((product) -> new Dish(card(product, "product"), bytes(product, "product", "detail")))
			.toList();
	}

	private static Card card(JsonNode document, String part) {
		return Card.of(bytes(document, part, "card"), document.path("stock").path("available").asBoolean(true));
	}

	private static byte[] bytes(JsonNode document, String part, String field) {
		return Base64.getDecoder().decode(document.path(part).path(field).asString());
	}

	/**
	 * A page, or why there is none.
	 *
	 * @param page the page
	 * @param isUnknown whether nobody told of the shop yet, so that it may exist
	 */
	record Answer(@Nullable Page page, boolean isUnknown) {

		static final Answer UNKNOWN = new Answer(null, true);

		static final Answer GONE = new Answer(null, false);

	}

}
