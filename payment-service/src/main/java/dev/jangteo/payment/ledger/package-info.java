/**
 * The books: which posting a change of money is, and a ledger that takes each once and
 * never lets go of it.
 */
@ApplicationModule(allowedDependencies = { "orders" })
@NullMarked
package dev.jangteo.payment.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
