package dev.jangteo.shop.imports.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The heading of a delimited feed: which column stands where. Unknown ones are allowed
 * and of no interest.
 */
record Columns(List<String> names) {

	/** What a row cannot do without. */
	static final Set<String> REQUIRED = Set.of("id", "title", "price");

	private static final Set<String> KNOWN = Set.of("id", "title", "description", "link", "image_link",
			"additional_image_link", "availability", "price", "brand", "gtin", "product_type");

	private static final int MOST = 500;

	static boolean isKnown(String name) {
		return KNOWN.contains(name);
	}

	/** As feeds write it: {@code g:Image Link} is {@code image_link}. */
	static String normal(String name) {
		var lower = name.strip().toLowerCase(Locale.ROOT);
		return (lower.startsWith("g:") ? lower.substring(2) : lower).replace(' ', '_');
	}

	static Columns of(long line, List<String> heading) throws FeedUnreadable {

		if (heading.size() > MOST) {
			throw new FeedUnreadable(line, "the heading has more than " + MOST + " columns");
		}

		var names = new ArrayList<String>();
		var known = new HashSet<String>();

		for (var cell : heading) {

			var name = normal(cell);

			if (isKnown(name) && !known.add(name)) {
				throw new FeedUnreadable(line, "the heading names the column " + name + " twice");
			}

			names.add(name);
		}

		for (var name : REQUIRED.stream().sorted().toList()) {
			if (!known.contains(name)) {
				throw new FeedUnreadable(line, "the heading has no column " + name
						+ "; the first line must name the columns, separated as in all other lines");
			}
		}

		return new Columns(names);
	}

	FeedEntry row(long line, List<String> cells) {

		if (cells.size() < this.names.size()) {
			return new FeedEntry.Broken(line, null,
					"has " + cells.size() + " columns where the heading has " + this.names.size());
		}

		for (int i = this.names.size(); i < cells.size(); i++) {
			if (!cells.get(i).isBlank()) {
				return new FeedEntry.Broken(line, Integer.toString(i + 1), "is beyond the last column of the heading");
			}
		}

		var values = new HashMap<String, String>();

		for (int i = 0; i < this.names.size(); i++) {
			if (isKnown(this.names.get(i)) && !cells.get(i).isBlank()) {
				values.put(this.names.get(i), cells.get(i).strip());
			}
		}

		return new FeedEntry.Row(line, values);
	}

	boolean fits(List<String> cells) {
		return cells.size() == this.names.size();
	}

}
