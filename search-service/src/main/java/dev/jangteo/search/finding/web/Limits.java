package dev.jangteo.search.finding.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.search.finding.Place;
import org.jspecify.annotations.Nullable;

/** What a parameter may be; anything else is a 400 that names it. */
final class Limits {

	private static final int LONGEST_TEXT = 200;

	private static final int MOST_IDS = 100;

	private static final int LONGEST_RADIUS = 50_000;

	private static final int DEFAULT_RADIUS = 5_000;

	private static final BigDecimal HIGHEST_PRICE = new BigDecimal("1000000000000");

	private Limits() {
	}

	static @Nullable String text(String field, @Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (text.length() > LONGEST_TEXT) {
			throw Problem.invalid(field, "must have at most %d characters".formatted(LONGEST_TEXT));
		}
		if (text.codePoints().anyMatch(Limits::isUnreadable)) {
			throw Problem.invalid(field, "must not contain control characters");
		}
		return text.strip();
	}

	static @Nullable Place place(@Nullable Double lat, @Nullable Double lng) {
		if (lat == null && lng == null) {
			return null;
		}
		if (lat == null || lng == null) {
			throw Problem.invalid((lat == null) ? "lat" : "lng", "latitude and longitude belong together");
		}
		within("lat", lat, -90, 90);
		within("lng", lng, -180, 180);
		return new Place(lat, lng);
	}

	static int radius(@Nullable Integer radius) {
		if (radius == null) {
			return DEFAULT_RADIUS;
		}
		within("radius", radius, 1, LONGEST_RADIUS);
		return radius;
	}

	static @Nullable Double rating(@Nullable Double rating) {
		if (rating != null) {
			within("minRating", rating, 0, 5);
		}
		return rating;
	}

	static @Nullable BigDecimal price(String field, @Nullable BigDecimal price) {
		if (price != null && (price.signum() < 0 || price.compareTo(HIGHEST_PRICE) > 0 || price.scale() > 4
				|| price.scale() < -12)) {
			throw Problem.invalid(field, "must be an amount of money");
		}
		return price;
	}

	static <E extends Enum<E>> E choice(String field, @Nullable String name, E none, List<String> names) {
		if (name == null || name.isEmpty()) {
			return none;
		}
		var at = names.indexOf(name);
		if (at < 0) {
			throw Problem.invalid(field, "must be one of " + String.join(", ", names));
		}
		return none.getDeclaringClass().getEnumConstants()[at];
	}

	static List<UUID> ids(String text) {
		var ids = new ArrayList<UUID>(25);
		var from = 0;
		while (from <= text.length()) {
			var comma = text.indexOf(',', from);
			var to = (comma >= 0) ? comma : text.length();
			ids.add(id(text.substring(from, to)));
			if (ids.size() > MOST_IDS) {
				throw Problem.invalid("ids", "must be at most %d ids".formatted(MOST_IDS));
			}
			from = to + 1;
		}
		return ids;
	}

	private static UUID id(String text) {
		try {
			// The JDK also reads shorter forms, which are none of ours.
			if (text.length() == 36) {
				return UUID.fromString(text);
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw Problem.invalid("ids", "must be ids separated by commas");
	}

	// Also refuses what is not a number.
	private static void within(String field, double value, double least, double most) {
		if (!(value >= least && value <= most)) {
			throw Problem.invalid(field, "must be within %.0f and %.0f".formatted(least, most));
		}
	}

	private static boolean isUnreadable(int character) {
		return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
	}

}
