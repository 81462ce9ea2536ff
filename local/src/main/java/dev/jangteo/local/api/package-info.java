/**
 * The platform's public API as a client sees it, through the gateway.
 */
@NullMarked
package dev.jangteo.local.api;

import org.jspecify.annotations.NullMarked;
