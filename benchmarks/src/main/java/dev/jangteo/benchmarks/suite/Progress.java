package dev.jangteo.benchmarks.suite;

/**
 * Tells whoever waits what is going on.
 */
@FunctionalInterface
public interface Progress {

	void say(String sentence);

}
