/**
 * Search: the read side, kept from notifications and always rebuildable.
 */
@NullMarked
package dev.jangteo.search;

import org.jspecify.annotations.NullMarked;
