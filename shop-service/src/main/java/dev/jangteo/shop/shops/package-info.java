/**
 * A shop: who it is, where and when it delivers, and at what price. Rules live here, so
 * it is a domain model.
 */
@ApplicationModule(allowedDependencies = "values")
@NullMarked
package dev.jangteo.shop.shops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
