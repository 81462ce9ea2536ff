/**
 * What the platform promises, told as stories through its gateway with every process
 * running.
 */
@NullMarked
package dev.jangteo.acceptance;

import org.jspecify.annotations.NullMarked;
