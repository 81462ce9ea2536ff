package dev.jangteo.shop.imports.feed;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands in one place of a feed.
 */
public sealed interface FeedEntry {

	/** Where it begins, counted from one. */
	long line();

	/**
	 * A row that could be taken apart.
	 *
	 * @param values by the feed's own column names, without those that are empty
	 */
	record Row(long line, Map<String, String> values) implements FeedEntry {

		public @Nullable String value(String column) {
			return this.values.get(column);
		}

	}

	/**
	 * A row that could not; the next one can be read all the same.
	 *
	 * @param column the name or number of the column, if it is known
	 */
	record Broken(long line, @Nullable String column, String reason) implements FeedEntry {
	}

}
