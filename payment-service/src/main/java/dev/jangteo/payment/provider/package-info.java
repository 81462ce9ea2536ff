/**
 * The payment provider as a port: what it can be asked, and every way it can answer.
 */
@ApplicationModule(allowedDependencies = "orders")
@NullMarked
package dev.jangteo.payment.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
