package dev.jangteo.shop.shops;

import dev.jangteo.shop.values.InvalidValue;

/**
 * A place on earth in degrees (WGS 84).
 */
public record Location(double lat, double lng) {

	public Location {

		if (!(Math.abs(lat) <= 90)) {
			throw new InvalidValue("lat", "must lie between -90 and 90");
		}

		if (!(Math.abs(lng) <= 180)) {
			throw new InvalidValue("lng", "must lie between -180 and 180");
		}
	}

}
