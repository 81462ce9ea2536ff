/**
 * How many of a product are left, where its owner limits it. A table with a form: SQL and
 * a controller.
 */
@ApplicationModule(allowedDependencies = { "catalog", "sql" })
@NullMarked
package dev.jangteo.order.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
