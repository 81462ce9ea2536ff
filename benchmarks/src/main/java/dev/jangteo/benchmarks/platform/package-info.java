/**
 * A platform of its own for one run: servers, services, tokens and a small neighbourhood.
 */
@NullMarked
package dev.jangteo.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
