package dev.jangteo.search.finding;

import java.util.List;
import java.util.stream.Stream;

import dev.jangteo.defaults.Cursors;
import dev.jangteo.search.index.Hit;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read.
 *
 * @param passed how many were passed already
 * @param after where the last one stands in the list's order; empty at the beginning
 */
record Position(int passed, List<String> after) {

	static final Position START = new Position(0, List.of());

	static Position of(String list, @Nullable String cursor) {
		var position = Cursors.decode(list, cursor,
				(keys) -> new Position(Integer.parseInt(keys.getFirst()), keys.subList(1, keys.size())));
		return (position != null) ? position : START;
	}

	/**
	 * The cursor behind a page.
	 * @param hits the page and one more if there is one
	 * @param most how deep the list can be read
	 */
	@Nullable String next(String list, List<Hit> hits, int limit, int most) {
		var read = this.passed + limit;
		if (hits.size() <= limit || read >= most) {
			return null;
		}
		return Cursors.encode(list, Stream.concat(Stream.of(read), hits.get(limit - 1).position().stream()).toArray());
	}

}
