package dev.jangteo.order.catalog;

/**
 * A place on earth in degrees (WGS 84).
 */
public record Location(double lat, double lng) {

	private static final double EARTH_RADIUS_METERS = 6_371_008.8;

	public Location {
		if (!(Math.abs(lat) <= 90)) {
			throw new IllegalArgumentException("lat must lie between -90 and 90");
		}
		if (!(Math.abs(lng) <= 180)) {
			throw new IllegalArgumentException("lng must lie between -180 and 180");
		}
	}

	/** The straight line over ground (haversine). */
	public double metersTo(Location other) {
		var byLat = Math.sin(Math.toRadians(other.lat - lat) / 2);
		var byLng = Math.sin(Math.toRadians(other.lng - lng) / 2);
		var a = byLat * byLat + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * byLng * byLng;
		return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
	}

}
