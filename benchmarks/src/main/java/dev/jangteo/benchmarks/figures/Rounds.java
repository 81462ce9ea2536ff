package dev.jangteo.benchmarks.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs contenders in turns, each once a round and every other round in reverse, so that a
 * slow drift of the machine meets all of them alike.
 */
public final class Rounds {

	private final int count;

	private final int extra;

	private final Map<String, Contender> contenders = new LinkedHashMap<>();

	/** So many rounds, and no more. */
	public Rounds(int count) {
		this(count, 0);
	}

	/**
	 * So many rounds, of which the last count: while they are not settled, up to so many
	 * extra ones follow.
	 */
	public Rounds(int count, int extra) {
		this.count = count;
		this.extra = extra;
	}

	/**
	 * Runs once and answers the values it saw.
	 */
	@FunctionalInterface
	public interface Contender {

		Map<String, Double> run() throws Exception;

	}

	/**
	 * Runs once and answers one value.
	 */
	@FunctionalInterface
	public interface Single {

		double run() throws Exception;

	}

	public Rounds with(String name, Single contender) {
		return withSeveral(name, () -> Map.of(name, contender.run()));
	}

	/**
	 * A contender that sees several values at once, under names of its own.
	 */
	public Rounds withSeveral(String name, Contender contender) {
		this.contenders.put(name, contender);
		return this;
	}

	/**
	 * Runs all rounds.
	 * @return the last rounds of each value, by its name
	 */
	public Measurements run() throws Exception {
		Map<String, List<Double>> values = new LinkedHashMap<>();
		List<Contender> order = new ArrayList<>(this.contenders.values());
		for (int round = 0; round < this.count || (round < this.count + this.extra && !settled(values)); round++) {
			for (Contender contender : order) {
				contender.run()
					.forEach((name, value) -> values.computeIfAbsent(name, (_) -> new ArrayList<>()).add(value));
			}
			order = order.reversed();
		}
		values.replaceAll((_, rounds) -> last(rounds));
		return new Measurements(values);
	}

	private boolean settled(Map<String, List<Double>> values) {
		return values.values().stream().allMatch((rounds) -> new Series(last(rounds)).settled());
	}

	private List<Double> last(List<Double> rounds) {
		return rounds.subList(rounds.size() - this.count, rounds.size());
	}

}
