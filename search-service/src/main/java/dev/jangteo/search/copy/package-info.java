/**
 * Keeps display store and search index at what shop-service and order-service hold; the
 * only place that knows their words.
 */
@ApplicationModule(allowedDependencies = { "neighbour", "index", "display" })
@NullMarked
package dev.jangteo.search.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
