/**
 * Whole catalogues from files: uploaded, read row by row on any instance, stopped and
 * resumed.
 */
@ApplicationModule(allowedDependencies = { "products", "shops", "values" })
@NullMarked
package dev.jangteo.shop.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
