/**
 * What the publishing and the following side share: the notification's form on the wire,
 * traces, the watch on Kafka.
 */
@NullMarked
package dev.jangteo.events.wire;

import org.jspecify.annotations.NullMarked;
