package dev.jangteo.local.platform;

/**
 * Where a person sees what happens.
 */
@FunctionalInterface
public interface Progress {

	void says(String line);

}
