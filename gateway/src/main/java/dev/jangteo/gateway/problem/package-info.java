/**
 * What the gateway answers when it answers itself: RFC 9457 problems, never an
 * exception's text.
 */
@NullMarked
package dev.jangteo.gateway.problem;

import org.jspecify.annotations.NullMarked;
