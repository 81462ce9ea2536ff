package dev.jangteo.order.ordering;

import dev.jangteo.order.catalog.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes. Personal data: it never leaves in a notification, a log or another
 * service's copy.
 *
 * @param address as people write it
 * @param detail floor, door
 * @param location the address on the map
 * @param phone for questions at the door
 */
public record Delivery(String address, @Nullable String detail, Location location, @Nullable String phone) {

	@Override
	public String toString() {
		return "Delivery[…]";
	}

}
