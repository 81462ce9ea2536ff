/**
 * Who may call: members by their token, services by theirs, each route by its prefix.
 */
@NullMarked
package dev.jangteo.defaults.security;

import org.jspecify.annotations.NullMarked;
