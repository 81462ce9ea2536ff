/**
 * The payment provider as its merchants see it: an HTTP interface over books of its own,
 * which can be made to fail. One small program, so it has no layers.
 */
@NullMarked
package dev.jangteo.sandbox;

import org.jspecify.annotations.NullMarked;
