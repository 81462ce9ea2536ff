/**
 * Reviews over HTTP, for authors, owners and operators.
 */
@NullMarked
package dev.jangteo.review.reviews.web;

import org.jspecify.annotations.NullMarked;
