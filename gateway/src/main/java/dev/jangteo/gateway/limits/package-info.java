/**
 * How often one may call: a token bucket per member and per address, shared through Redis
 * and local without it.
 */
@NullMarked
package dev.jangteo.gateway.limits;

import org.jspecify.annotations.NullMarked;
