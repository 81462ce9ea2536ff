/**
 * Measures the platform beside its physical limits and its peers, in one run on one
 * machine.
 */
@NullMarked
package dev.jangteo.benchmarks;

import org.jspecify.annotations.NullMarked;
