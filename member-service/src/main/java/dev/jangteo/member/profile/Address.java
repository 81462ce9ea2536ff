package dev.jangteo.member.profile;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where a member wants to be delivered to.
 *
 * @param id the address
 * @param label what the member calls it
 * @param line1 street and number
 * @param line2 building and door, may be empty
 * @param postalCode the postal code
 * @param lat degrees north
 * @param lng degrees east
 * @param main whether it is proposed first
 */
record Address(UUID id, String label, String line1, String line2, @Nullable String postalCode, double lat, double lng,
		boolean main) {

}
