/**
 * The owners' routes to their shops.
 */
@NullMarked
package dev.jangteo.shop.shops.web;

import org.jspecify.annotations.NullMarked;
