/**
 * What every service has alike, as the few types a service's own code meets.
 */
@NullMarked
package dev.jangteo.defaults;

import org.jspecify.annotations.NullMarked;
