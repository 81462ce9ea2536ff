package dev.jangteo.search.copy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is used of a shop, in shop-service's words. */
record ShopState(String name, String category, @Nullable String description, @Nullable String phone, String address,
		Location location, String zone, int deliveryRadiusMeters, @Nullable List<FeeTier> deliveryFees,
		@Nullable Money minimumOrder, @Nullable OpeningState opening, @Nullable List<String> images,
		@Nullable Instant createdAt) {

	record Location(double lat, double lng) {

	}

	record FeeTier(int uptoMeters, Money fee) {

	}

	/**
	 * When it is open.
	 *
	 * @param weekly for display, passed on as it is
	 * @param intervals the same for computing, breaks cut out
	 */
	record OpeningState(@Nullable JsonNode weekly, @Nullable List<IntervalState> intervals,
			@Nullable List<LocalDate> holidays, boolean temporarilyClosed, @Nullable Instant temporarilyClosedUntil) {

		static final OpeningState NEVER = new OpeningState(null, null, null, false, null);

	}

	record IntervalState(DayOfWeek day, int fromMinute, int toMinute) {

	}

}
