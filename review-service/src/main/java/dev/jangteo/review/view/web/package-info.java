/**
 * The reviews of a shop as anybody sees them.
 */
@NullMarked
package dev.jangteo.review.view.web;

import org.jspecify.annotations.NullMarked;
