/**
 * Checked texts, links and their storage, shared by shops and products.
 */
@ApplicationModule(allowedDependencies = {}, type = ApplicationModule.Type.CLOSED)
@NullMarked
package dev.jangteo.shop.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
