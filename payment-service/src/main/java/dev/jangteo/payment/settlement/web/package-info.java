/**
 * Settlements over HTTP.
 */
@NullMarked
package dev.jangteo.payment.settlement.web;

import org.jspecify.annotations.NullMarked;
