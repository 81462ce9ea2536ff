package dev.jangteo.search.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.search.finding.FindingSettings.Weights;
import dev.jangteo.search.index.SearchIndex;

import org.springframework.stereotype.Component;

/**
 * Says a {@link ProductQuery} in the words of the search index: filters, ranking, order.
 */
@Component
class ProductSearch {

	private final Weights weights;

	ProductSearch(FindingSettings settings) {
		this.weights = settings.weights();
	}

	Map<String, Object> body(ProductQuery query, List<String> after, int size) {
		var body = new HashMap<String, Object>(Map.of("size", size, "_source", false, "track_total_hits", false,
				"query", Map.of("bool", conditions(query)), "sort", sort(query)));
		if (!after.isEmpty()) {
			body.put("search_after", after);
		}
		return body;
	}

	private Map<String, Object> conditions(ProductQuery query) {
		var conditions = new HashMap<String, Object>(Map.of("filter", filters(query)));
		if (query.words() != null) {
			conditions.put("must", Words.query(query.words(), this.weights.allWords(),
					List.of("product.title^" + this.weights.name(), "product.brand.korean^" + this.weights.brand(),
							"product.categoryWords^" + this.weights.category(),
							"product.description^" + this.weights.description()),
					List.of("product.title.english^" + this.weights.name(),
							"product.brand.words^" + this.weights.brand(),
							"product.categoryWords.english^" + this.weights.category(),
							"product.description.english^" + this.weights.description())));
		}
		if (query.available()) {
			conditions.put("must_not", List.of(Map.of("term", Map.of("product.soldOut", true)),
					Map.of("term", Map.of("stock.available", false))));
		}
		return conditions;
	}

	private static List<Object> filters(ProductQuery query) {
		var filters = new ArrayList<Object>();
		filters.add(SearchIndex.live("product"));
		if (query.category() != null) {
			filters.add(Map.of("term", Map.of("product.category", query.category())));
		}
		if (query.brand() != null) {
			filters.add(Map.of("term", Map.of("product.brand", query.brand())));
		}
		if (query.shop() != null) {
			filters.add(Map.of("term", Map.of("product.shopId", query.shop())));
		}
		var price = new HashMap<String, Object>();
		if (query.minPrice() != null) {
			price.put("gte", query.minPrice());
		}
		if (query.maxPrice() != null) {
			price.put("lte", query.maxPrice());
		}
		if (!price.isEmpty()) {
			filters.add(Map.of("range", Map.of("product.price", price)));
		}
		return filters;
	}

	// The id comes last, so that equals keep their order from page to page.
	private static List<Object> sort(ProductQuery query) {
		var id = Map.of("id", "asc");
		return switch (query.sort()) {
			case RELEVANCE -> (query.words() != null) ? List.of(Map.of("_score", "desc"), id) : List.of(id);
			case PRICE_ASC -> List.of(Map.of("product.price", "asc"), id);
			case PRICE_DESC -> List.of(Map.of("product.price", "desc"), id);
			// Ids are made in the order of time.
			case NEWEST -> List.of(Map.of("id", "desc"));
		};
	}

}
