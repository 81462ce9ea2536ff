package dev.jangteo.review.reviews;

import java.time.Clock;
import java.util.UUID;

import dev.jangteo.review.reviews.Review.Standing;

import org.springframework.stereotype.Component;

/**
 * Holds floods for an operator. Wants the author's lock, so that two reviews of a flood
 * see each other.
 */
@Component
class FloodBrake {

	private final Reviews reviews;

	private final FloodSettings settings;

	private final Clock clock;

	FloodBrake(Reviews reviews, FloodSettings settings, Clock clock) {
		this.reviews = reviews;
		this.settings = settings;
		this.clock = clock;
	}

	/** A flood is held as a whole, with what was shown before it was known to be one. */
	Review heldIfFlood(UUID member, Review review) {
		var since = clock.instant().minus(settings.within());
		var recent = reviews.ofAuthorSince(member, since);
		if (recent.size() + 1 < settings.reviews()) {
			return review;
		}
		reviews.lockAll(recent)
			.stream()
			.filter(Review::isShown)
			.forEach((other) -> reviews.change(other, other.with(Standing.HELD, "FLOOD"), "held"));
		return review.with(Standing.HELD, "FLOOD");
	}

	/** The same text again and again is held from the time it is too often. */
	Review heldIfRepeated(UUID member, Review review) {
		var fingerprint = Fingerprint.of(review.content().text());
		if (fingerprint == null || !review.isShown()) {
			return review;
		}
		var since = clock.instant().minus(settings.sameTextWithin());
		var others = reviews.sameText(member, review.id(), fingerprint, since);
		return (others + 1 < settings.sameTexts()) ? review : review.with(Standing.HELD, "REPEATED_TEXT");
	}

}
