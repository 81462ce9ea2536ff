package dev.jangteo.benchmarks.figures;

import java.util.Arrays;
import java.util.Collection;

/**
 * Durations in nanoseconds, all of them kept, so that a percentile is exact and not a
 * bucket's edge.
 */
public final class Latencies {

	private final long[] sorted;

	public Latencies(long[] nanos) {
		this.sorted = nanos.clone();
		Arrays.sort(this.sorted);
	}

	public static Latencies of(Collection<Long> nanos) {
		return new Latencies(nanos.stream().mapToLong(Long::longValue).toArray());
	}

	public int count() {
		return this.sorted.length;
	}

	/**
	 * The smallest duration that is not exceeded by the given part of all, in
	 * milliseconds.
	 * @param percentile above 0, at most 100
	 */
	public double percentileMillis(double percentile) {
		if (percentile <= 0 || percentile > 100) {
			throw new IllegalArgumentException("No percentile: " + percentile);
		}
		if (this.sorted.length == 0) {
			throw new IllegalStateException("Nothing was measured.");
		}
		int rank = (int) Math.ceil(percentile / 100 * this.sorted.length);
		return this.sorted[Math.max(rank, 1) - 1] / 1e6;
	}

}
