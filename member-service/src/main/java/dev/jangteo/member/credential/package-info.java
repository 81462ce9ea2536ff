/**
 * Proving who one is: passwords, the tokens that stand for them, and the brake on
 * guessing.
 */
@ApplicationModule(allowedDependencies = "keys")
@NullMarked
package dev.jangteo.member.credential;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
