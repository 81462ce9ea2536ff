/**
 * The owners' routes to their products.
 */
@NullMarked
package dev.jangteo.shop.products.web;

import org.jspecify.annotations.NullMarked;
