/**
 * What the tests of every service need: a caller, and neighbours that answer.
 */
@NullMarked
package dev.jangteo.testing;

import org.jspecify.annotations.NullMarked;
