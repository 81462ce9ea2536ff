/**
 * What shoppers ask: lists of shops and products, and a shop's page with its menu. Ids
 * come from the search index, what is shown comes from the display store, and each stands
 * in for the other.
 */
@ApplicationModule(allowedDependencies = { "neighbour", "index", "display" })
@NullMarked
package dev.jangteo.search.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
