/**
 * One Kafka node, broker and controller in one, as a program.
 */
@NullMarked
package dev.jangteo.servers.kafka;

import org.jspecify.annotations.NullMarked;
