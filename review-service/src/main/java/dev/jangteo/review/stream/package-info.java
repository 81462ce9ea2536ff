/**
 * Every change of a review as lines of files, for whoever analyses them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.review.stream;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
