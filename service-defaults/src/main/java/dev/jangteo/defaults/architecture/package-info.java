/**
 * The house rules as tests that every service runs.
 */
@NullMarked
package dev.jangteo.defaults.architecture;

import org.jspecify.annotations.NullMarked;
