package dev.jangteo.defaults;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T> the type of an item
 * @param items the items, never more than the limit asked for
 * @param nextCursor what to ask for next, {@code null} at the end
 */
public record CursorPage<T>(List<T> items, @Nullable String nextCursor) {

	public CursorPage {
		items = List.copyOf(items);
	}

	/**
	 * Makes a page of rows that were read with {@code limit + 1}.
	 * @param rows at most one more than {@code limit}; one more means there is a next
	 * page
	 * @param cursor makes the cursor that continues after the given row
	 */
	public static <T> CursorPage<T> of(List<T> rows, int limit, Function<? super T, String> cursor) {
		if (rows.size() <= limit) {
			return new CursorPage<>(rows, null);
		}
		var items = rows.subList(0, limit);
		return new CursorPage<>(items, cursor.apply(items.getLast()));
	}

	/** The same page with each item represented otherwise. */
	public <R> CursorPage<R> map(Function<? super T, ? extends R> representation) {
		return new CursorPage<>(this.items.stream().<R>map(representation).toList(), this.nextCursor);
	}

}
