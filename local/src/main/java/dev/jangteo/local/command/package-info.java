/**
 * The words a person gives to {@code ./jangteo}.
 */
@NullMarked
package dev.jangteo.local.command;

import org.jspecify.annotations.NullMarked;
