/**
 * Payments that are never wrong: charges, refunds, and the books of both.
 */
@NullMarked
package dev.jangteo.payment;

import org.jspecify.annotations.NullMarked;
