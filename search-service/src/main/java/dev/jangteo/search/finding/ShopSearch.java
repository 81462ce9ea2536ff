package dev.jangteo.search.finding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.search.display.Moment;
import dev.jangteo.search.display.Moment.Local;
import dev.jangteo.search.finding.FindingSettings.Weights;
import dev.jangteo.search.index.SearchIndex;

import org.springframework.stereotype.Component;

/** Says a {@link ShopQuery} in the words of the search index: filters, ranking, order. */
@Component
class ShopSearch {

	private static final String FEE = """
			double distance = doc['shop.location'].arcDistance(params.lat, params.lng);
			for (long tier : doc['shop.feeTiers']) {
			  if (distance <= tier / 1000000000000L) { return tier % 1000000000000L; }
			}
			return 1000000000000L;""";

	private final Weights weights;

	private final Zones zones;

	private final Clock clock;

	ShopSearch(FindingSettings settings, Zones zones, Clock clock) {
		this.weights = settings.weights();
		this.zones = zones;
		this.clock = clock;
	}

	Map<String, Object> body(ShopQuery query, List<String> after, int size) {
		var body = new HashMap<String, Object>(Map.of("size", size, "_source", false, "track_total_hits", false,
				"query", Map.of("bool", conditions(query)), "sort", sort(query)));
		if (!after.isEmpty()) {
			body.put("search_after", after);
		}
		return body;
	}

	private Map<String, Object> conditions(ShopQuery query) {
		var conditions = new HashMap<String, Object>(Map.of("filter", filters(query)));
		if (query.words() != null) {
			conditions.put("must", Words.query(query.words(), this.weights.allWords(),
					List.of("shop.name^" + this.weights.name(), "shop.category.korean^" + this.weights.category(),
							"shop.description^" + this.weights.description()),
					List.of("shop.name.english^" + this.weights.name(),
							"shop.category.words^" + this.weights.category(),
							"shop.description.english^" + this.weights.description())));
		}
		if (query.openNow()) {
			conditions.put("must_not", Map.of("range", Map.of("shop.closedUntil", Map.of("gt", this.clock.millis()))));
		}
		return conditions;
	}

	private List<Object> filters(ShopQuery query) {
		var filters = new ArrayList<Object>();
		filters.add(SearchIndex.live("shop"));
		if (query.category() != null) {
			filters.add(Map.of("term", Map.of("shop.category", query.category())));
		}
		if (query.minRating() != null && query.minRating() > 0) {
			filters.add(Map.of("range", Map.of("rating.average", Map.of("gte", query.minRating()))));
		}
		var place = query.place();
		if (place != null) {
			filters
				.add(Map.of("geo_distance", Map.of("distance", query.radius() + "m", "shop.location", point(place))));
		}
		if (query.openNow()) {
			filters.add(open());
		}
		return filters;
	}

	// The week's minute differs from zone to zone, so each zone has its own.
	private Map<String, Object> open() {
		var moment = new Moment(this.clock.instant());
		var open = new ArrayList<Object>();
		for (var zone : this.zones.all()) {
			var now = moment.in(zone);
			var minute = Local.weekday(now.day()) * 24 * 60 + now.minute();
			open.add(Map.of("bool", Map.of("filter", List.of(Map.of("term", Map.of("shop.zone", zone)),
					any(begun("shop.opens", minute, now), begun("shop.openNights", minute, now.yesterday()))))));
		}
		return any(open.toArray());
	}

	private static Map<String, Object> begun(String field, int minute, Local on) {
		return Map.of("bool", Map.of("filter", Map.of("term", Map.of(field, minute)), "must_not",
				Map.of("term", Map.of("shop.holidays", on.date()))));
	}

	private static Map<String, Object> any(Object... conditions) {
		return Map.of("bool", Map.of("should", List.of(conditions), "minimum_should_match", 1));
	}

	// The id comes last, so that equals keep their order from page to page.
	private static List<Object> sort(ShopQuery query) {
		var id = Map.of("id", "asc");
		var place = query.place();
		return switch (query.sort()) {
			case RELEVANCE -> (query.words() != null) ? List.of(Map.of("_score", "desc"), id)
					: (place != null) ? List.of(nearest(place), id) : List.of(id);
			case DISTANCE -> (place != null) ? List.of(nearest(place), id) : List.of(id);
			case RATING -> List.of(Map.of("rating.average", Map.of("order", "desc", "missing", 0)), id);
			case DELIVERY_FEE -> (place != null) ? List.of(cheapest(place), id) : List.of(id);
		};
	}

	private static Map<String, Object> nearest(Place place) {
		return Map.of("_geo_distance", Map.of("shop.location", point(place), "order", "asc", "unit", "m"));
	}

	private static Map<String, Object> cheapest(Place place) {
		var script = Map.of("lang", "painless", "source", FEE, "params",
				Map.of("lat", place.lat(), "lng", place.lng()));
		return Map.of("_script", Map.of("type", "number", "order", "asc", "script", script));
	}

	private static Map<String, Object> point(Place place) {
		return Map.of("lat", place.lat(), "lon", place.lng());
	}

}
