package dev.jangteo.review.view;

import java.util.List;
import java.util.UUID;

/**
 * Where a page ended.
 *
 * @param key the value of the column the list is sorted by, 0 where that is the id
 */
public record Position(int key, UUID reviewId) {

	public static Position of(List<String> keys) {
		return new Position(Integer.parseInt(keys.get(0)), UUID.fromString(keys.get(1)));
	}

}
