/**
 * What is shown of a shop or a product: made when a review changes, read with one
 * command.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.review.view;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
