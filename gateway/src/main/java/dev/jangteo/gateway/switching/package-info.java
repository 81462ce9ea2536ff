/**
 * The migration switch: any path and method goes to another origin, wholly or by percent,
 * changed while running.
 */
@NullMarked
package dev.jangteo.gateway.switching;

import org.jspecify.annotations.NullMarked;
