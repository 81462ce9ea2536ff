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

	private final Map<String, Contender> contenders = new LinkedHashMap<>();

	public Rounds(int count) {
		this.count = count;
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
	 * @return the rounds of each value, by its name
	 */
	public Measurements run() throws Exception {
		Map<String, List<Double>> values = new LinkedHashMap<>();
		List<Contender> order = new ArrayList<>(this.contenders.values());
		for (int round = 0; round < this.count; round++) {
			for (Contender contender : order) {
				contender.run()
					.forEach((name, value) -> values.computeIfAbsent(name, (_) -> new ArrayList<>()).add(value));
			}
			order = order.reversed();
		}
		return new Measurements(values);
	}

}
