/**
 * The sample neighbourhood: shops and goods of a district that exists, run by people who
 * do not.
 */
@NullMarked
package dev.jangteo.local.sample;

import org.jspecify.annotations.NullMarked;
