package dev.jangteo.search.finding.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * A list of shops, for the API's description; it is sent as stored bytes.
 *
 * @param items the shops
 * @param nextCursor where the next page begins
 * @param degraded whether a stand-in made it
 */
record ShopList(List<ShopItem> items, @Nullable String nextCursor, boolean degraded) {

	/** A shop in a list; the last three only where a place was given. */
	record ShopItem(UUID id, String name, String category, String address, Location location, String zone,
			@Nullable String image, int deliveryRadiusMeters, @Nullable Money minimumOrder, long version,
			boolean openNow, @Nullable Instant opensAt, @Nullable Integer distanceMeters, @Nullable Boolean delivers,
			@Nullable Money deliveryFee) {

	}

	record Location(double lat, double lng) {

	}

}
