/**
 * Real servers as processes of this machine: PostgreSQL, Kafka, Redis, OpenSearch and
 * object storage, for tests and for the platform on one machine.
 */
@NullMarked
package dev.jangteo.servers;

import org.jspecify.annotations.NullMarked;
