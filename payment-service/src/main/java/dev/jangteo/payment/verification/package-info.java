/**
 * Verification tables: what orders, payments, the ledger and the provider believe of each
 * other, compared, listed, and mended where that is safe.
 */
@ApplicationModule(allowedDependencies = { "paying", "provider", "ledger", "orders" })
@NullMarked
package dev.jangteo.payment.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
