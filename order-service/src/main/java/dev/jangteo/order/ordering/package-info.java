/**
 * Placing orders and carrying them through their life. The rules live here, so it is a
 * domain model with ports.
 */
@ApplicationModule(allowedDependencies = { "catalog", "stock", "sql" })
@NullMarked
package dev.jangteo.order.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
