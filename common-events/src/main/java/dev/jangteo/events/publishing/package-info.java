/**
 * The owner's outgoing side: the log in the database, the relay that sends it to Kafka,
 * the feed that serves it without Kafka, and what operators do with it.
 */
@NullMarked
package dev.jangteo.events.publishing;

import org.jspecify.annotations.NullMarked;
