/**
 * The owner's answering side: serves aggregates to the services that follow them, by ids,
 * by page and as digests.
 */
@NullMarked
package dev.jangteo.events.owning;

import org.jspecify.annotations.NullMarked;
