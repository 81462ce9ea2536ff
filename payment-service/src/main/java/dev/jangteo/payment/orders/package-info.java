/**
 * What payments need to know of orders: our own copy, and the question to their owner.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.payment.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
