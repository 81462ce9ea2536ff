package dev.jangteo.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Outcome;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Neighbourhood;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;
import dev.jangteo.benchmarks.suite.Benchmark;
import dev.jangteo.benchmarks.suite.Pace;
import dev.jangteo.benchmarks.suite.Progress;
import dev.jangteo.benchmarks.suite.Run;

/**
 * Brings up what the benchmarks need, warms all of them up at the same time and measures
 * them one after another. What fails in one is that one's outcome.
 */
final class Measuring {

	private final Path checkout;

	private final Path folder;

	private final Pace pace;

	private final boolean profiled;

	private final Progress progress;

	Measuring(Path checkout, Path folder, Pace pace, boolean profiled, Progress progress) {
		this.profiled = profiled;
		this.checkout = checkout;
		this.folder = folder;
		this.pace = pace;
		this.progress = progress;
	}

	List<Outcome> measure(List<Benchmark> benchmarks) throws InterruptedException {
		Set<Part> parts = EnumSet.noneOf(Part.class);
		benchmarks.forEach((benchmark) -> parts.addAll(benchmark.needs()));
		this.progress.say("starting " + String.join(", ", parts.stream().map(Part::words).toList()));
		try (Platform platform = new Platform(this.checkout, this.folder, parts, this.profiled)) {
			Run run = new Run(platform, neighbourhood(platform, parts), this.pace, this.progress);
			Map<String, String> cold = warmUp(benchmarks, run);
			List<Outcome> outcomes = new ArrayList<>();
			for (Benchmark benchmark : benchmarks) {
				String reason = cold.get(benchmark.name());
				outcomes.add((reason != null) ? notMeasured(benchmark, reason) : measure(benchmark, run));
			}
			return outcomes;
		}
		catch (Unmeasurable ex) {
			return benchmarks.stream()
				.map((benchmark) -> notMeasured(benchmark, Unmeasurable.firstReason(ex)))
				.toList();
		}
	}

	private Neighbourhood neighbourhood(Platform platform, Set<Part> parts) {
		if (!parts.contains(Part.SHOP)) {
			return Neighbourhood.NONE;
		}
		this.progress.say("making %d shops".formatted(Neighbourhood.SHOPS));
		return platform.neighbourhood();
	}

	private Map<String, String> warmUp(List<Benchmark> benchmarks, Run run) throws InterruptedException {
		this.progress.say("warming up, %d s".formatted(this.pace.warmUp().toSeconds()));
		Map<String, Future<?>> warming = new LinkedHashMap<>();
		Map<String, String> cold = new LinkedHashMap<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			benchmarks.forEach((benchmark) -> warming.put(benchmark.name(), threads.submit(() -> {
				benchmark.warmUp(run);
				return benchmark;
			})));
			for (Map.Entry<String, Future<?>> entry : warming.entrySet()) {
				try {
					entry.getValue().get();
				}
				catch (ExecutionException ex) {
					cold.put(entry.getKey(), Unmeasurable.firstReason(ex));
				}
			}
		}
		return cold;
	}

	private Outcome measure(Benchmark benchmark, Run run) throws InterruptedException {
		this.progress.say(benchmark.name() + ": " + benchmark.about());
		long start = System.nanoTime();
		try {
			List<Figure> figures = benchmark.measure(run);
			return new Outcome.Measured(benchmark.name(), figures, Duration.ofNanos(System.nanoTime() - start));
		}
		catch (InterruptedException ex) {
			throw ex;
		}
		catch (Exception ex) {
			return notMeasured(benchmark, Unmeasurable.firstReason(ex));
		}
	}

	private static Outcome notMeasured(Benchmark benchmark, String reason) {
		return new Outcome.NotMeasured(benchmark.name(), reason);
	}

}
