/**
 * Orders, the stock they take from, and the relay that shows them to shops and shoppers.
 */
@NullMarked
package dev.jangteo.order;

import org.jspecify.annotations.NullMarked;
