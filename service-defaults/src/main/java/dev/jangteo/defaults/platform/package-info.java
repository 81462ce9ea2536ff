/**
 * The settings every service starts with, those of one machine, and the refusal of the
 * latter anywhere else.
 */
@NullMarked
package dev.jangteo.defaults.platform;

import org.jspecify.annotations.NullMarked;
