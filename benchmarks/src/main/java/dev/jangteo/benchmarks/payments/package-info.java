/**
 * What only the payments' benchmark needs: shoppers who pay, neighbours that answer at
 * once, rows by the million, and a watcher of live sales.
 */
@NullMarked
package dev.jangteo.benchmarks.payments;

import org.jspecify.annotations.NullMarked;
