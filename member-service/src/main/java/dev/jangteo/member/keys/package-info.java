/**
 * The keys that sign members' tokens: made, sealed, rotated and published here.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.jangteo.member.keys;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
