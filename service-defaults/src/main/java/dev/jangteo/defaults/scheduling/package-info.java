/**
 * Threads for what a service does again and again.
 */
@NullMarked
package dev.jangteo.defaults.scheduling;

import org.jspecify.annotations.NullMarked;
