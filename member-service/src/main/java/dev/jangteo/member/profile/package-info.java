/**
 * Who a member is: profile, addresses, and their end.
 */
@ApplicationModule(allowedDependencies = "credential")
@NullMarked
package dev.jangteo.member.profile;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
