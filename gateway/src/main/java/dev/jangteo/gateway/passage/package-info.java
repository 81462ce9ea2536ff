/**
 * The way of a request through the gateway, from the door to the service and back.
 */
@NullMarked
package dev.jangteo.gateway.passage;

import org.jspecify.annotations.NullMarked;
