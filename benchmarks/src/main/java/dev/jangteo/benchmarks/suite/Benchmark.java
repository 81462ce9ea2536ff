package dev.jangteo.benchmarks.suite;

import java.util.List;
import java.util.Set;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.platform.Part;

/**
 * One thing that is measured, with its peer.
 */
public interface Benchmark {

	/**
	 * How it is called on the command line.
	 */
	String name();

	/**
	 * One line for the list of benchmarks.
	 */
	String about();

	/**
	 * What must run.
	 */
	Set<Part> needs();

	/**
	 * Puts load on what will be measured until it is warm. Runs at the same time as the
	 * warming up of other benchmarks and measures nothing.
	 */
	default void warmUp(Run run) throws Exception {
	}

	/**
	 * Measures alone.
	 */
	List<Figure> measure(Run run) throws Exception;

}
