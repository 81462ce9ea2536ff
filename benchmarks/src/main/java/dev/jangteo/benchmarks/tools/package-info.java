/**
 * The programs that make load or are the peers: how they are called and how their output
 * is read.
 */
@NullMarked
package dev.jangteo.benchmarks.tools;

import org.jspecify.annotations.NullMarked;
