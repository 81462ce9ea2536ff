package dev.jangteo.review.reviews.web;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Problem;

/** Lists of photos. */
final class Photos {

	private Photos() {
	}

	static List<UUID> distinct(List<UUID> photos) {
		if (new HashSet<>(photos).size() != photos.size()) {
			throw Problem.invalid("photos", "must name each image once");
		}
		return photos;
	}

}
