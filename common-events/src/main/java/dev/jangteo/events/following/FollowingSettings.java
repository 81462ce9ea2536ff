package dev.jangteo.events.following;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How others are followed.
 *
 * @param failedSubjects where subjects that failed, and what followers remember, are kept
 * @param consumer hearing and asking
 * @param retry subjects that fail
 * @param feed while Kafka is away
 * @param fill an empty copy
 * @param reconciliation comparing with the owner
 */
@ConfigurationProperties("jangteo.events")
record FollowingSettings(@DefaultValue("jdbc") Store failedSubjects, @DefaultValue Consumer consumer,
		@DefaultValue Retry retry, @DefaultValue Feed feed, @DefaultValue Fill fill,
		@DefaultValue Reconciliation reconciliation) {

	enum Store {

		JDBC, REDIS

	}

	/**
	 * Hearing and asking.
	 *
	 * @param enabled whether this process follows at all
	 * @param concurrency Kafka consumers per follower
	 * @param batch most notifications taken at once
	 * @param bulk most subjects per question to the owner, up to 100
	 * @param asks how often the owner is asked again at once if its answer is older than
	 * the notification
	 * @param askPause pause before the first of these, growing
	 * @param longestHold longest pause between attempts while an owner or the copy's
	 * store is away
	 */
	record Consumer(@DefaultValue("true") boolean enabled, @DefaultValue("1") int concurrency,
			@DefaultValue("2000") int batch, @DefaultValue("100") int bulk, @DefaultValue("4") int asks,
			@DefaultValue("20ms") Duration askPause, @DefaultValue("5s") Duration longestHold) {
	}

	/**
	 * Subjects that fail.
	 *
	 * @param attempts after this many a subject becomes a dead letter
	 * @param firstPause pause before the first retry, doubled each time
	 * @param longestPause upper bound of the pause
	 * @param poll how often the due ones are looked for
	 */
	record Retry(@DefaultValue("10") int attempts, @DefaultValue("1s") Duration firstPause,
			@DefaultValue("10m") Duration longestPause, @DefaultValue("1s") Duration poll) {
	}

	/**
	 * Reading the owner's feed.
	 *
	 * @param poll pause between pages when nothing is new
	 * @param margin how far before the time the follower was last known to be up to date
	 * it begins
	 * @param limit notifications per page
	 */
	record Feed(@DefaultValue("200ms") Duration poll, @DefaultValue("1m") Duration margin,
			@DefaultValue("500") int limit) {
	}

	/**
	 * Filling an empty copy.
	 *
	 * @param way which way
	 * @param page aggregates per page, up to 1000
	 */
	record Fill(@DefaultValue("auto") Way way, @DefaultValue("500") int page) {

		/**
		 * Auto takes the owner's bulk pages: one question for hundreds of aggregates
		 * instead of one for a hundred.
		 */
		enum Way {

			AUTO, PAGES, TOPIC, OFF

		}

	}

	/**
	 * Comparing with the owner.
	 *
	 * @param every how often; zero for only when asked
	 * @param confirmAfter a difference must still be there after this long to count
	 */
	record Reconciliation(@DefaultValue("10m") Duration every, @DefaultValue("2s") Duration confirmAfter) {
	}

}
