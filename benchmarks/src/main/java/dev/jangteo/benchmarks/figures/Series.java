package dev.jangteo.benchmarks.figures;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of the rounds of one contender, in the order in which they were run. Never
 * empty.
 *
 * @param rounds one value a round
 */
public record Series(List<Double> rounds) {

	private static final double AGREEMENT = 0.1;

	public Series {
		rounds = List.copyOf(rounds);
		if (rounds.isEmpty()) {
			throw new IllegalArgumentException("A series needs at least one round.");
		}
	}

	public static Series of(double... rounds) {
		return new Series(IntStream.range(0, rounds.length).mapToObj((i) -> rounds[i]).toList());
	}

	public double median() {
		return medianOf(this.rounds);
	}

	public double min() {
		return this.rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
	}

	public double max() {
		return this.rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
	}

	/**
	 * Half of the distance between the lowest and the highest round, as a part of the
	 * median: what is printed behind a plus-minus sign.
	 */
	public double spread() {
		double median = median();
		return (median != 0) ? (max() - min()) / 2 / median : 0;
	}

	/**
	 * Whether the first and the second half of the rounds agree within a tenth: then the
	 * contender was warm and the machine left alone. One round alone proves nothing and
	 * is not settled.
	 */
	public boolean settled() {
		int half = this.rounds.size() / 2;
		if (half == 0) {
			return false;
		}
		double first = medianOf(this.rounds.subList(0, half));
		double second = medianOf(this.rounds.subList(this.rounds.size() - half, this.rounds.size()));
		return Math.abs(first - second) <= AGREEMENT * Math.max(Math.abs(first), Math.abs(second));
	}

	/**
	 * Round by round, this divided by the other: neighbours in time share the machine's
	 * mood, so their quotient is steadier than the quotient of two medians.
	 */
	public Series dividedBy(Series other) {
		if (other.rounds.size() != this.rounds.size()) {
			throw new IllegalArgumentException(
					"%d rounds cannot be paired with %d.".formatted(this.rounds.size(), other.rounds.size()));
		}
		return new Series(IntStream.range(0, this.rounds.size())
			.mapToObj((i) -> this.rounds.get(i) / other.rounds.get(i))
			.toList());
	}

	/**
	 * Round by round, this less the other.
	 */
	public Series minus(Series other) {
		if (other.rounds.size() != this.rounds.size()) {
			throw new IllegalArgumentException(
					"%d rounds cannot be paired with %d.".formatted(this.rounds.size(), other.rounds.size()));
		}
		return new Series(IntStream.range(0, this.rounds.size())
			.mapToObj((i) -> this.rounds.get(i) - other.rounds.get(i))
			.toList());
	}

	private static double medianOf(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}
