package dev.jangteo.search.finding;

import dev.jangteo.search.display.Card;
import dev.jangteo.search.display.ProductFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes products: the stored bytes as they are, and behind them whether they can be had.
 */
final class ProductJson {

	private static final int PER_PRODUCT = 512;

	private ProductJson() {
	}

	static byte[] list(Found found) {
		var out = new JsonBytes(64 + found.cards().size() * PER_PRODUCT).add("{\"items\":[");
		var separator = "";
		for (var card : found.cards()) {
			item(out.add(separator), card, null);
			separator = ",";
		}
		return ListEnd.add(out, found).toBytes();
	}

	static void item(JsonBytes out, Card card, byte @Nullable [] detail) {
		out.add(card.bytes(), ProductFacts.jsonAt(card));
		if (detail != null) {
			out.add(detail);
		}
		out.add(isAvailable(card) ? ",\"available\":true}" : ",\"available\":false}");
	}

	static boolean isAvailable(Card card) {
		return card.inStock() && !ProductFacts.of(card).soldOut();
	}

}
