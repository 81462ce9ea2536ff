package dev.jangteo.benchmarks.suite;

import java.util.List;

/**
 * All benchmarks, in the order in which they run.
 */
public final class Suite {

	private Suite() {
	}

	public static List<Benchmark> all() {
		return List.of(new GatewayBenchmark(), new OrderBenchmark(), new RelayBenchmark(), new ListBenchmark(),
				new VisibleBenchmark(), new PaymentsBenchmark());
	}

}
