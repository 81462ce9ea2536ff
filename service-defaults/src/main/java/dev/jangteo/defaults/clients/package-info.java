/**
 * HTTP to the neighbours, within bounds: a slow or dead one costs a bounded wait and
 * takes nothing from the others.
 */
@NullMarked
package dev.jangteo.defaults.clients;

import org.jspecify.annotations.NullMarked;
