/**
 * Our own copy of what an order needs of shops and products: two followed tables, read as
 * a menu.
 */
@ApplicationModule(allowedDependencies = "sql")
@NullMarked
package dev.jangteo.order.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
