/**
 * Checks of the files the platform is deployed and watched with; what is wrong is said
 * with file and line.
 */
@NullMarked
package dev.jangteo.deploy;

import org.jspecify.annotations.NullMarked;
