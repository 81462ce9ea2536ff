/**
 * What a measurement yields: rounds, figures with their reach, and how they are shown.
 */
@NullMarked
package dev.jangteo.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
