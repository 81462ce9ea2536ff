/**
 * Payments over HTTP.
 */
@NullMarked
package dev.jangteo.payment.paying.web;

import org.jspecify.annotations.NullMarked;
