/**
 * What payments mean for orders: asks whether cards can be charged, follows
 * payment-service, and decides what an order does about it.
 */
@ApplicationModule(allowedDependencies = { "ordering", "sql" })
@NullMarked
package dev.jangteo.order.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
