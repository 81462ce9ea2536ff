package dev.jangteo.review.reviews;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is held for an operator.
 *
 * @param reviews how many of one account within {@code within} are a flood
 * @param sameTexts how many times the same text within {@code sameTextWithin} is too
 * often
 */
@ConfigurationProperties("jangteo.reviews.flood")
record FloodSettings(@DefaultValue("10") int reviews, @DefaultValue("1m") Duration within,
		@DefaultValue("3") int sameTexts, @DefaultValue("24h") Duration sameTextWithin) {
}
