/**
 * The tables of this module in a service's own database.
 */
@NullMarked
package dev.jangteo.defaults.schema;

import org.jspecify.annotations.NullMarked;
