/**
 * The consumer's side: hears what changed, asks the owner, keeps the copy right whatever
 * comes doubled, late, out of order or not at all.
 */
@NullMarked
package dev.jangteo.events.following;

import org.jspecify.annotations.NullMarked;
