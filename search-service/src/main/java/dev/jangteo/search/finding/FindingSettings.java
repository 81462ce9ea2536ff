package dev.jangteo.search.finding;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what is found, and the weights of what fits.
 *
 * @param mostResults how deep a list can be paged
 * @param mostOnMenu products on a shop's page
 * @param retryAfter when to come back after a 503
 * @param remember how long an item of a list of ids may be shown again
 * @param weights what counts how much
 */
@ConfigurationProperties("jangteo.search")
record FindingSettings(@DefaultValue("1000") int mostResults, @DefaultValue("200") int mostOnMenu,
		@DefaultValue("3s") Duration retryAfter, @DefaultValue("50ms") Duration remember,
		@DefaultValue Weights weights) {

	/**
	 * How much a word counts by where it is found.
	 *
	 * @param name in a name or title
	 * @param brand in a brand
	 * @param category in a category
	 * @param description in a description
	 * @param allWords how much more it counts when all words are found
	 */
	record Weights(@DefaultValue("3") float name, @DefaultValue("2") float brand, @DefaultValue("1.5") float category,
			@DefaultValue("0.3") float description, @DefaultValue("2") float allWords) {

	}

}
