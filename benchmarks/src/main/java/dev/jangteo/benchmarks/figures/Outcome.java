package dev.jangteo.benchmarks.figures;

import java.time.Duration;
import java.util.List;

/**
 * What became of one benchmark.
 */
public sealed interface Outcome {

	String benchmark();

	/**
	 * It ran; its figures may still be below their reach.
	 */
	record Measured(String benchmark, List<Figure> figures, Duration took) implements Outcome {
	}

	/**
	 * It did not run or its run cannot be trusted; there is no number.
	 */
	record NotMeasured(String benchmark, String reason) implements Outcome {
	}

}
