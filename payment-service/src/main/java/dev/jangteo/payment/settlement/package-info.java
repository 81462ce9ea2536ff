/**
 * Closing the business day: what each owner has earned and owes, once, with a statement
 * and an export. Sums over the ledger, so it is SQL and records.
 */
@ApplicationModule(allowedDependencies = { "ledger", "orders" })
@NullMarked
package dev.jangteo.payment.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
