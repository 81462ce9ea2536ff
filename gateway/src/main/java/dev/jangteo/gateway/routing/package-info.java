/**
 * The table of public routes, and where their services are.
 */
@NullMarked
package dev.jangteo.gateway.routing;

import org.jspecify.annotations.NullMarked;
