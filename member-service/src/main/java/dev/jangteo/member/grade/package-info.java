/**
 * How loyal a member is, counted from delivered orders.
 */
@ApplicationModule(allowedDependencies = "profile")
@NullMarked
package dev.jangteo.member.grade;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
