package dev.jangteo.defaults;

import java.util.UUID;

/**
 * The member on whose behalf a request is made, taken from the verified token.
 * <p>
 * As an argument of a controller method it is required: without a token the answer is
 * 401. Where a route is public, {@code Optional<Caller>} tells whether somebody is logged
 * in.
 *
 * @param memberId the member
 * @param role what the member may do
 */
public record Caller(UUID memberId, Role role) {

}
