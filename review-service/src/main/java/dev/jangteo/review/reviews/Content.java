package dev.jangteo.review.reviews;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a review says. Texts are masked already.
 *
 * @param productStars stars for single products
 * @param photos ids of images
 */
public record Content(int stars, SortedMap<UUID, Integer> productStars, String text, List<UUID> photos) {

	public Content {
		productStars = Collections.unmodifiableSortedMap(new TreeMap<>(productStars));
		photos = List.copyOf(photos);
	}

	Content(int stars, Map<UUID, Integer> productStars, String text, List<UUID> photos) {
		this(stars, new TreeMap<>(productStars), text, photos);
	}

	/** The stars stay, whatever can name a person goes. */
	Content erased() {
		return new Content(stars, productStars, "", List.of());
	}

}
