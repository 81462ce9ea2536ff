package dev.jangteo.review.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must be shown of a subject, counted anew from the reviews themselves.
 */
record Recount(long count, Map<String, Long> histogram, long withPhotos, List<String> newest, List<String> helpful,
		List<String> stars, List<String> photos) {

	static Recount of(JdbcClient jdbc, UUID shop, UUID product) {
		var rows = jdbc.sql("""
				select id::text || ' ' || version || ' ' || helpful || ' ' || body as shown,
					case when :product = :shop then stars else (product_stars ->> :product::text)::int end as stars,
					cardinality(photos) > 0 as photos, helpful
				from reviews
				where shop_id = :shop and standing = 'SHOWN' and (:product = :shop or product_stars ?? :product::text)
				order by id desc
				""")
			.param("shop", shop)
			.param("product", product)
			.query((row, _) -> new Row(row.getString("shown").replaceFirst(" \\d+ ", " "), row.getInt("stars"),
					row.getBoolean("photos"), row.getInt("helpful")))
			.list();
		var histogram = new TreeMap<String, Long>();
		for (var each = 1; each <= 5; each++) {
			var stars = each;
			histogram.put(String.valueOf(each), rows.stream().filter((row) -> row.stars() == stars).count());
		}
		return new Recount(rows.size(), histogram, rows.stream().filter(Row::photos).count(), shown(rows),
				shown(rows.stream().sorted((a, b) -> b.helpful() - a.helpful()).toList()),
				shown(rows.stream().sorted((a, b) -> b.stars() - a.stars()).toList()),
				shown(rows.stream().filter(Row::photos).toList()));
	}

	/** What is shown, from the answers themselves. */
	static Recount shown(JsonNode newest, JsonNode helpful, JsonNode stars, JsonNode photos) {
		var histogram = new TreeMap<String, Long>();
		var summary = newest.at("/summary");
		summary.at("/histogram")
			.propertyNames()
			.forEach((each) -> histogram.put(each, summary.at("/histogram/" + each).asLong()));
		return new Recount(summary.at("/count").asLong(), histogram, summary.at("/withPhotos").asLong(), items(newest),
				items(helpful), items(stars), items(photos));
	}

	private static List<String> items(JsonNode page) {
		var items = new ArrayList<String>();
		page.at("/items")
			.forEach((item) -> items.add("%s %s %s".formatted(item.at("/id").asString(), item.at("/helpful").asInt(),
					item.at("/text").asString())));
		return items;
	}

	private static List<String> shown(List<Row> rows) {
		return rows.stream().limit(20).map(Row::shown).toList();
	}

	private record Row(String shown, int stars, boolean photos, int helpful) {
	}

}
