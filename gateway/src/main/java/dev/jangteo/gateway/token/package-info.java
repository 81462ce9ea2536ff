/**
 * Who is calling: access tokens are verified once and remembered until they expire.
 */
@NullMarked
package dev.jangteo.gateway.token;

import org.jspecify.annotations.NullMarked;
