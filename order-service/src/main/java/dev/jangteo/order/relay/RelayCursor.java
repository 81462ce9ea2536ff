package dev.jangteo.order.relay;

import java.util.UUID;

import dev.jangteo.defaults.Cursors;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.OrderChanges.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a terminal stands: among the orders not yet taken, among the other open ones, or
 * among the changes. It is the id of a stream's events as well as the cursor of polling,
 * so a terminal may change from one to the other.
 *
 * @param place in the first two stages the place at which the changes begin, with the
 * last order read
 */
record RelayCursor(Stage stage, Place place) {

	/** A terminal that has seen nothing. */
	static RelayCursor fresh(long horizon) {
		return new RelayCursor(Stage.NOT_YET_TAKEN, Place.before(horizon));
	}

	static RelayCursor at(Place place) {
		return new RelayCursor(Stage.CHANGES, place);
	}

	/**
	 * Reads a cursor.
	 * @throws dev.jangteo.defaults.Problem 400 when it is none, or of another shop
	 */
	static @Nullable RelayCursor decode(ShopId shop, @Nullable String cursor) {
		return Cursors.decode(list(shop), cursor, (keys) -> new RelayCursor(Stage.valueOf(keys.get(0)),
				new Place(Long.parseLong(keys.get(1)), UUID.fromString(keys.get(2)))));
	}

	String encode(ShopId shop) {
		return Cursors.encode(list(shop), stage, place.transaction(), place.order());
	}

	/** Where the changes go on. */
	Place changes() {
		return switch (stage) {
			case NOT_YET_TAKEN, OPEN -> Place.before(place.transaction());
			case CHANGES -> place;
		};
	}

	private static String list(ShopId shop) {
		return "relay:" + shop.value();
	}

	enum Stage {

		NOT_YET_TAKEN, OPEN, CHANGES

	}

}
