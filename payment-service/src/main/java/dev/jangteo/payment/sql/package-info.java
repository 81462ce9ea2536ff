/**
 * Array literals for statements.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.payment.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
