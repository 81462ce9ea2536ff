/**
 * The first adapter of the port: Toss Payments over HTTP.
 */
@NullMarked
package dev.jangteo.payment.provider.toss;

import org.jspecify.annotations.NullMarked;
