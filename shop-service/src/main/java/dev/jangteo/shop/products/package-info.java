/**
 * What a shop sells: products with their options, one by one or a whole catalogue at
 * once.
 */
@ApplicationModule(allowedDependencies = { "shops", "values" })
@NullMarked
package dev.jangteo.shop.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
