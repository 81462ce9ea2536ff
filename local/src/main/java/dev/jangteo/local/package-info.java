/**
 * The whole platform on one machine.
 */
@NullMarked
package dev.jangteo.local;

import org.jspecify.annotations.NullMarked;
