package dev.jangteo.benchmarks.figures;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The series that came out of some rounds, by name.
 */
public final class Measurements {

	private final Map<String, Series> series;

	Measurements(Map<String, List<Double>> values) {
		this.series = values.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> new Series(entry.getValue())));
	}

	/**
	 * The series of this name.
	 * @throws IllegalArgumentException when no contender saw such a value
	 */
	public Series of(String name) {
		Series found = this.series.get(name);
		if (found == null) {
			throw new IllegalArgumentException("Nobody measured " + name);
		}
		return found;
	}

}
