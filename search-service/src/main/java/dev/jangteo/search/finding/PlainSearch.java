package dev.jangteo.search.finding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

import dev.jangteo.search.display.Card;
import dev.jangteo.search.display.DisplayStore;
import dev.jangteo.search.display.Moment;
import dev.jangteo.search.display.Places;
import dev.jangteo.search.display.ProductFacts;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.display.ShopFacts;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What can be found without the search index: among the shops nearest, or on the menu of
 * one shop, those whose name has every word in it. Bounded, not paged, and always marked
 * as degraded.
 */
@Component
class PlainSearch {

	private static final int MOST = 300;

	private final DisplayStore display;

	private final Places places;

	private final JsonMapper json;

	PlainSearch(DisplayStore display, Places places, JsonMapper json) {
		this.display = display;
		this.places = places;
		this.json = json;
	}

	/**
	 * Shops, the nearest first.
	 * @throws NeighbourAway when Redis does not answer
	 */
	Found shops(ShopQuery query, Moment moment, int limit) {
		var place = query.place();
		var ids = (place != null) ? this.places.near(place.lat(), place.lng(), query.radius(), MOST)
				: this.places.any(MOST);
		return found(this.display.cards(Shelf.SHOPS, ids), limit, (card) -> fits(card, query, moment));
	}

	/**
	 * Products of one shop.
	 * @throws NeighbourAway when Redis does not answer, or no shop is given
	 */
	Found products(ProductQuery query, int limit) {
		if (query.shop() == null) {
			throw new NeighbourAway("index", null);
		}
		var ids = this.display.menu(query.shop(), 0, MOST);
		return found(this.display.cards(Shelf.PRODUCTS, ids), limit, (card) -> fits(card, query));
	}

	private static Found found(List<@Nullable Card> cards, int limit, Predicate<Card> fits) {
		return new Found(cards.stream()
			.filter((card) -> card != null && card.isLive())
			.map(Objects::requireNonNull)
			.filter(fits)
			.limit(limit)
			.toList(), null, true);
	}

	// Ratings are not at hand here, so whoever asks for some gets nothing rather than
	// anything.
	private boolean fits(Card card, ShopQuery query, Moment moment) {
		if (query.minRating() != null && query.minRating() > 0) {
			return false;
		}
		if (query.openNow() && !ShopFacts.opening(card).isOpen(moment)) {
			return false;
		}
		if (query.words() == null && query.category() == null) {
			return true;
		}
		var shop = read(card, ShopFacts.jsonAt(card));
		return (query.category() == null || query.category().equals(text(shop, "category")))
				&& hasWords(query.words(), text(shop, "name") + " " + text(shop, "category"));
	}

	private boolean fits(Card card, ProductQuery query) {
		if (query.available() && !ProductJson.isAvailable(card)) {
			return false;
		}
		var product = read(card, ProductFacts.jsonAt(card));
		var path = String.join(" > ",
				product.path("categoryPath").values().stream().map((name) -> name.asString()).toList());
		return hasWords(query.words(), text(product, "title") + " " + text(product, "brand") + " " + path)
				&& isWithin(query.category(), path)
				&& (query.brand() == null || query.brand().equalsIgnoreCase(text(product, "brand")))
				&& isWithin(query, product.path("price").path("amount").decimalValue());
	}

	private static boolean isWithin(@Nullable String category, String path) {
		if (category == null) {
			return true;
		}
		return lower(path + " > ").startsWith(lower(category + " > "));
	}

	private static boolean isWithin(ProductQuery query, BigDecimal price) {
		return (query.minPrice() == null || query.minPrice().compareTo(price) <= 0)
				&& (query.maxPrice() == null || query.maxPrice().compareTo(price) >= 0);
	}

	private static boolean hasWords(@Nullable String words, String text) {
		return words == null || Arrays.stream(lower(words).split("\\s+")).allMatch(lower(text)::contains);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}

	// The stored JSON lacks its closing brace.
	private JsonNode read(Card card, int from) {
		var bytes = Arrays.copyOfRange(card.bytes(), from, card.bytes().length + 1);
		bytes[bytes.length - 1] = '}';
		return this.json.readTree(bytes);
	}

}
