/**
 * Erased accounts, and what becomes of their reviews.
 */
@ApplicationModule(allowedDependencies = "reviews")
@NullMarked
package dev.jangteo.review.members;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
