package dev.jangteo.review.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the stream is written.
 *
 * @param closeAfter how long after its end an hour is written: longer than a transaction
 * takes. What comes later all the same makes the hour due again
 * @param lease how long an instance that has gone silent keeps others from writing:
 * longer than storing one file takes
 */
@ConfigurationProperties("jangteo.reviews.stream")
record StreamSettings(@DefaultValue("1m") Duration closeAfter, @DefaultValue("10m") Duration lease) {
}
