package dev.jangteo.search.display;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import dev.jangteo.search.display.Redis.Script;
import io.lettuce.core.GeoArgs;
import io.lettuce.core.GeoSearch;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Where the shops are: what is left of the search when the search index is away. */
@Component
public class Places {

	private static final byte[] WHERE = Redis.key("jangteo:display:{places}:where");

	private static final byte[] VERSIONS = Redis.key("jangteo:display:{places}:versions");

	// Redis knows no places beyond this latitude.
	private static final double NORTHMOST = 85.05;

	private static final Script WRITE = new Script("""
			local held = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
			if held > tonumber(ARGV[2]) then return 0 end
			redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
			if ARGV[3] == '' then redis.call('ZREM', KEYS[1], ARGV[1])
			else redis.call('GEOADD', KEYS[1], ARGV[3], ARGV[4], ARGV[1]) end
			return 1""");

	private final Redis redis;

	Places(Redis redis) {
		this.redis = redis;
	}

	/** Writes places that are not older than the ones held. */
	public void write(List<Place> places) {
		this.redis.writeAll((commands) -> places.stream()
			.map((place) -> WRITE.run(commands, new byte[][] { WHERE, VERSIONS }, Redis.key(place.shop().toString()),
					Redis.key(Long.toString(place.version())), coordinate(place, true), coordinate(place, false)))
			.toList());
	}

	/** The shops nearest to a place. */
	public List<UUID> near(double lat, double lng, double radius, int limit) {
		return this.redis
			.read((commands) -> commands.geosearch(WHERE, GeoSearch.fromCoordinates(lng, lat),
					GeoSearch.byRadius(radius, GeoArgs.Unit.m), new GeoArgs().withCount(limit).asc()))
			.stream()
			.map((found) -> id(found.getMember()))
			.toList();
	}

	/** Some shops, neighbours next to each other. */
	public List<UUID> any(int limit) {
		return this.redis.read((commands) -> commands.zrange(WHERE, 0, limit - 1L)).stream().map(Places::id).toList();
	}

	private static UUID id(byte[] member) {
		return UUID.fromString(new String(member, StandardCharsets.US_ASCII));
	}

	private static byte[] coordinate(Place place, boolean longitude) {
		var point = place.point();
		if (point == null) {
			return new byte[0];
		}
		var value = longitude ? point.lng() : Math.clamp(point.lat(), -NORTHMOST, NORTHMOST);
		return Redis.key(Double.toString(value));
	}

	/**
	 * Where a shop is.
	 *
	 * @param shop the shop
	 * @param version the version that says so
	 * @param point {@code null} when it is gone
	 */
	public record Place(UUID shop, long version, @Nullable Point point) {

	}

	/**
	 * A point on earth.
	 *
	 * @param lat latitude in degrees
	 * @param lng longitude in degrees
	 */
	public record Point(double lat, double lng) {

	}

}
