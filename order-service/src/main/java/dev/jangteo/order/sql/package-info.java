/**
 * Statements kept as resources, so that the benchmarks run the very same text, and array
 * literals for them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.order.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
