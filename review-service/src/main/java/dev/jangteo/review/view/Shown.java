package dev.jangteo.review.view;

import java.util.Map;
import java.util.UUID;

/**
 * What the lists and summaries need of a review that is shown.
 *
 * @param stars by subject: the shop, and products that were given stars of their own
 * @param photos whether there are any
 */
public record Shown(UUID reviewId, Map<Subject, Integer> stars, boolean photos, int helpful) {

	public Shown {
		stars = Map.copyOf(stars);
	}

}
