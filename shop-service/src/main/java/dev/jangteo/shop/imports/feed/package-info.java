/**
 * Reads the rows of a product feed from a stream of any length, holding one row at a
 * time. No Spring, no database.
 */
@NullMarked
package dev.jangteo.shop.imports.feed;

import org.jspecify.annotations.NullMarked;
