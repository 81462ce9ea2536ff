/**
 * Shops, what they sell and how owners bring in whole catalogues.
 */
@NullMarked
package dev.jangteo.shop;

import org.jspecify.annotations.NullMarked;
