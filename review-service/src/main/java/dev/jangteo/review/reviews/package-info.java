/**
 * Writing, editing, answering, reporting and hiding reviews.
 */
@ApplicationModule(allowedDependencies = { "orders", "view", "stream" })
@NullMarked
package dev.jangteo.review.reviews;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
