package dev.jangteo.search.finding;

import java.util.List;

import dev.jangteo.search.display.Card;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, not yet written.
 *
 * @param cards what to show
 * @param nextCursor where the next page begins; {@code null} at the end
 * @param degraded whether a stand-in made it, so that it may lack something
 */
record Found(List<Card> cards, @Nullable String nextCursor, boolean degraded) {

	static final Found NOTHING = new Found(List.of(), null, false);

	Found {
		cards = List.copyOf(cards);
	}

}
