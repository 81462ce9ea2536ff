package dev.jangteo.review.view;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the view is kept.
 *
 * @param kept how long Redis keeps what nobody changes
 * @param keptEmpty the same for what has no reviews at all
 * @param readers how many may read the database at a time for what is not in Redis
 * @param readerWait how long others wait for that
 * @param redisPause how long Redis is left alone after it failed
 */
@ConfigurationProperties("jangteo.reviews.view")
record ViewSettings(@DefaultValue("1h") Duration kept, @DefaultValue("1m") Duration keptEmpty,
		@DefaultValue("4") int readers, @DefaultValue("500ms") Duration readerWait,
		@DefaultValue("500ms") Duration redisPause) {
}
