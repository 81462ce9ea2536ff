package dev.jangteo.benchmarks.tools;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How much processor time a program and its children take for one request. It says more
 * than throughput when somebody else is at work on the machine.
 */
public final class Cost {

	private Cost() {
	}

	/**
	 * Load that answers what wrk saw.
	 */
	@FunctionalInterface
	public interface Load {

		Wrk.Report run() throws Exception;

	}

	/**
	 * Runs the load and answers its trusted rate under {@code name} and the microseconds
	 * of processor time for each request under {@code name.cpu}.
	 */
	public static Map<String, Double> of(String name, Supplier<ProcessHandle> program, Load load) throws Exception {
		Duration before = time(program.get());
		Wrk.Report report = load.run();
		double rate = report.trusted(name);
		long nanos = time(program.get()).minus(before).toNanos();
		return Map.of(name, rate, name + ".cpu", nanos / 1e3 / report.requests());
	}

	private static Duration time(ProcessHandle program) {
		return Stream.concat(Stream.of(program), program.descendants())
			.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

}
