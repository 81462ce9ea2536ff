/**
 * The one door of the platform: it routes the public API to the services and keeps a
 * failing one from harming the others.
 */
@NullMarked
package dev.jangteo.gateway;

import org.jspecify.annotations.NullMarked;
