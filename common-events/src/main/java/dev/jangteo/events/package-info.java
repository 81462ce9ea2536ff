/**
 * Event notification without payload: what a service declares to publish its aggregates
 * and to follow those of others.
 */
@NullMarked
package dev.jangteo.events;

import org.jspecify.annotations.NullMarked;
