package dev.jangteo.search.index;

import java.util.List;
import java.util.UUID;

/**
 * A document found.
 *
 * @param id its id
 * @param position where it stands in the order asked for; the next page begins after it
 */
public record Hit(UUID id, List<Object> position) {

	public Hit {
		position = List.copyOf(position);
	}

}
