package dev.jangteo.member.profile;

import java.time.Instant;
import java.util.UUID;

import dev.jangteo.defaults.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member as the member sees it.
 *
 * @param id the member
 * @param email the mail address to log in with
 * @param name how others may call the member
 * @param phone where the member can be reached
 * @param role what the member may do
 * @param grade how loyal the member is
 * @param createdAt since when
 * @param version rises with every change
 */
record Member(UUID id, String email, String name, @Nullable String phone, Role role, String grade, Instant createdAt,
		long version) {

}
