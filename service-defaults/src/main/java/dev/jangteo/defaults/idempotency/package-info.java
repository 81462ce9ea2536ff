/**
 * Operations that happen at most once per key: the effect and its answer share a
 * transaction.
 */
@NullMarked
package dev.jangteo.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
