/**
 * Shows orders to the terminals of a shop and to shoppers while they happen, as streams
 * and by polling.
 */
@ApplicationModule(allowedDependencies = { "catalog", "ordering" })
@NullMarked
package dev.jangteo.order.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
