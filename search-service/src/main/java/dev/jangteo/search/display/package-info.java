/**
 * The display store in Redis: of each shop and product the bytes that a list and a page
 * need, the menus, where shops are, and which versions are held.
 */
@ApplicationModule(allowedDependencies = "neighbour")
@NullMarked
package dev.jangteo.search.display;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
