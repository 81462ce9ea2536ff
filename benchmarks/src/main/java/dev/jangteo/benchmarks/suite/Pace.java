package dev.jangteo.benchmarks.suite;

import java.time.Duration;

import dev.jangteo.benchmarks.figures.Rounds;

/**
 * How long and how often is measured.
 *
 * @param rounds of each contender
 * @param round how long one lasts
 * @param extra rounds that follow at most while they are not settled
 * @param warmUp before the first
 * @param samples of a delay
 * @param backlog rows of a log to be relayed
 */
public record Pace(int rounds, int extra, Duration round, Duration warmUp, int samples, int backlog) {

	/** Everything within five minutes on two cores. */
	public static final Pace QUICK = new Pace(3, 3, Duration.ofSeconds(4), Duration.ofSeconds(30), 200, 100_000);

	public static final Pace FULL = new Pace(5, 10, Duration.ofSeconds(10), Duration.ofSeconds(60), 600, 300_000);

	/** Rounds at this pace. */
	Rounds newRounds() {
		return new Rounds(rounds(), extra());
	}

}
