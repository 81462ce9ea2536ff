/**
 * A whole order, walked step by step by a shopper, an owner and an operator.
 */
@NullMarked
package dev.jangteo.local.demo;

import org.jspecify.annotations.NullMarked;
