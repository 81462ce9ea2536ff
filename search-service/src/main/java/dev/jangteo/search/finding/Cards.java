package dev.jangteo.search.finding;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.jangteo.search.display.Card;
import dev.jangteo.search.display.DisplayStore;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.SearchIndex;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * The cards of ids that are known to exist: from the display store, and those it cannot
 * give from the documents of the index, which hold the same bytes.
 */
@Component
class Cards {

	private final DisplayStore display;

	private final SearchIndex index;

	Cards(DisplayStore display, SearchIndex index) {
		this.display = display;
		this.index = index;
	}

	/**
	 * The live cards of some ids, in their order.
	 * @throws NeighbourAway when neither store answers
	 */
	List<Card> live(Shelf shelf, List<UUID> ids) {
		var cards = stored(shelf, ids);
		var missing = IntStream.range(0, ids.size()).filter((i) -> cards.get(i) == null).mapToObj(ids::get).toList();
		if (!missing.isEmpty()) {
			var documents = documents(shelf, missing);
			for (int i = 0; i < ids.size(); i++) {
				if (cards.get(i) == null) {
					cards.set(i, documents.get(ids.get(i)));
				}
			}
		}
		return cards.stream().filter(Objects::nonNull).filter(Card::isLive).toList();
	}

	/**
	 * The live cards of ids that may not exist; the index is asked only if it must be.
	 */
	List<Card> given(Shelf shelf, List<UUID> ids) {
		try {
			var live = new ArrayList<Card>(ids.size());
			for (var card : this.display.cards(shelf, ids)) {
				if (card != null && card.isLive()) {
					live.add(card);
				}
			}
			return live;
		}
		catch (NeighbourAway ex) {
			var documents = documents(shelf, ids);
			return ids.stream().map(documents::get).filter(Objects::nonNull).toList();
		}
	}

	private List<@Nullable Card> stored(Shelf shelf, List<UUID> ids) {
		try {
			return new ArrayList<>(this.display.cards(shelf, ids));
		}
		catch (NeighbourAway ex) {
			return new ArrayList<>(Collections.nCopies(ids.size(), null));
		}
	}

	private Map<UUID, Card> documents(Shelf shelf, List<UUID> ids) {
		var cards = new HashMap<UUID, Card>();
		switch (shelf) {
			case SHOPS -> this.index.documents(Kind.SHOP, ids, "shop.card")
				.forEach((id, document) -> add(cards, id, document.path("shop"), document));
			case PRODUCTS -> this.index.documents(Kind.PRODUCT, ids, "product.card", "stock.available")
				.forEach((id, document) -> add(cards, id, document.path("product"), document));
		}
		return cards;
	}

	private static void add(Map<UUID, Card> cards, UUID id, JsonNode part, JsonNode document) {
		if (part.has("card")) {
			cards.put(id, Card.of(Base64.getDecoder().decode(part.path("card").asString()), inStock(document)));
		}
	}

	private static boolean inStock(JsonNode document) {
		return document.path("stock").path("available").asBoolean(true);
	}

}
