/**
 * The bounded way to a store: a bulkhead, a circuit breaker, and one exception that says
 * it is away.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.search.neighbour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
