/**
 * Live sales: what was charged today, by category and in all, while it happens. Counted
 * in memory and Redis, and put right from the ledger.
 */
@ApplicationModule(allowedDependencies = { "paying", "ledger" })
@NullMarked
package dev.jangteo.payment.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
