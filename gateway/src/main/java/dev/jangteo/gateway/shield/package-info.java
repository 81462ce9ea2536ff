/**
 * What keeps a slow or dead backend to its own route: bulkhead, breaker and time limits.
 */
@NullMarked
package dev.jangteo.gateway.shield;

import org.jspecify.annotations.NullMarked;
