/**
 * Our own copy of what a review needs of an order.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.review.orders;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
