package dev.jangteo.search.finding;

import java.util.List;

import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.index.Hit;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.SearchIndex;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds products. */
@Component
public class FindProducts {

	private final SearchIndex index;

	private final ProductSearch search;

	private final PlainSearch plain;

	private final Cards cards;

	private final FindingSettings settings;

	FindProducts(SearchIndex index, ProductSearch search, PlainSearch plain, Cards cards, FindingSettings settings) {
		this.index = index;
		this.search = search;
		this.plain = plain;
		this.cards = cards;
		this.settings = settings;
	}

	/**
	 * A page of products in JSON.
	 * @throws NeighbourAway when nothing can answer
	 */
	public byte[] find(ProductQuery query, @Nullable String cursor, int limit) {
		var position = Position.of(query.list(), cursor);
		List<Hit> hits;
		try {
			hits = this.index.search(Kind.PRODUCT, this.search.body(query, position.after(), limit + 1));
		}
		catch (NeighbourAway ex) {
			return ProductJson.list(this.plain.products(query, limit));
		}
		var live = this.cards.live(Shelf.PRODUCTS, hits.stream().limit(limit).map(Hit::id).toList());
		// The index may be a moment behind: what is shown must be had when it is shown.
		var shown = query.available() ? live.stream().filter(ProductJson::isAvailable).toList() : live;
		return ProductJson
			.list(new Found(shown, position.next(query.list(), hits, limit, this.settings.mostResults()), false));
	}

}
