package dev.jangteo.benchmarks.suite;

import dev.jangteo.benchmarks.platform.Neighbourhood;
import dev.jangteo.benchmarks.platform.Platform;

/**
 * What all benchmarks of a run share.
 *
 * @param platform of this run
 * @param neighbourhood its shops and products
 * @param pace of this run
 * @param progress for whoever waits
 */
public record Run(Platform platform, Neighbourhood neighbourhood, Pace pace, Progress progress) {
}
