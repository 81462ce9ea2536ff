package dev.jangteo.payment.paying;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long we wait for what.
 *
 * @param patience after this time a request nobody has an answer to is taken as lost; it
 * must be longer than a call to the provider may take
 * @param firstPause before a payment is looked at again; it doubles with every look
 * @param longestPause longest pause between two looks
 * @param refusedPause between two tries to give back what the provider refuses to
 * @param giveUpAfter after this time a payment the provider has not charged is cancelled
 * over the network
 * @param watchFor how long a payment given up is looked at in case it is charged late
 * @param watchEvery pause between two such looks
 * @param lease how long an instance may work on a payment before another takes it over;
 * it must be longer than three calls to the provider may take
 * @param atOnce how many payments one instance looks at at once
 */
@ConfigurationProperties("jangteo.payments")
record PaymentSettings(@DefaultValue("15s") Duration patience, @DefaultValue("1s") Duration firstPause,
		@DefaultValue("30s") Duration longestPause, @DefaultValue("10m") Duration refusedPause,
		@DefaultValue("1m") Duration giveUpAfter, @DefaultValue("40m") Duration watchFor,
		@DefaultValue("5m") Duration watchEvery, @DefaultValue("30s") Duration lease, @DefaultValue("32") int atOnce) {

	/** How long to wait after so many looks in vain. */
	Duration pauseAfter(int looks) {
		var pause = firstPause.multipliedBy(1L << Math.min(looks, 20));
		return (pause.compareTo(longestPause) < 0) ? pause : longestPause;
	}

}
