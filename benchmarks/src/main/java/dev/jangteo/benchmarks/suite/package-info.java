/**
 * The benchmarks, one class each.
 */
@NullMarked
package dev.jangteo.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
