/**
 * The search index in OpenSearch: documents made of separately versioned parts, and what
 * may be asked of them.
 */
@ApplicationModule(allowedDependencies = "neighbour")
@NullMarked
package dev.jangteo.search.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
