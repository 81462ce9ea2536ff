package dev.jangteo.member.credential;

import java.util.UUID;

import dev.jangteo.defaults.Role;

/**
 * Whose password it was.
 *
 * @param memberId the member
 * @param role what the member may do
 */
record Credential(UUID memberId, Role role) {

}
