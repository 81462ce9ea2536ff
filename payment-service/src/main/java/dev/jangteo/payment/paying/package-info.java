/**
 * The life of a payment, from the shopper's confirmation to the last refund. The rules
 * live here, so it is a domain model with ports.
 */
@ApplicationModule(allowedDependencies = { "orders", "provider", "ledger" })
@NullMarked
package dev.jangteo.payment.paying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
