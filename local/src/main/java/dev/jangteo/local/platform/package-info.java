/**
 * The platform's processes on this machine: which there are, how each is started, watched
 * and ended.
 */
@NullMarked
package dev.jangteo.local.platform;

import org.jspecify.annotations.NullMarked;
