/**
 * Orders over HTTP.
 */
@NullMarked
package dev.jangteo.order.ordering.web;

import org.jspecify.annotations.NullMarked;
