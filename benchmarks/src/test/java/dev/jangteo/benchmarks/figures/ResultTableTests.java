package dev.jangteo.benchmarks.figures;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTableTests {

	@Test
	void showsFiguresMissingOnesAndNotes() {
		Figure throughput = Figure
			.ratio("gateway.throughput", "gateway", "/s", Series.of(4100, 4000, 4200), "nginx",
					Series.of(9800, 10000, 10000), 0.40)
			.noting("64 connections");
		Figure latency = Figure.limit("gateway.p99", "added p99", "ms", Series.of(2.5, 2.6), 2);
		String table = new ResultTable(
				List.of(new Outcome.Measured("gateway", List.of(throughput, latency), Duration.ZERO),
						new Outcome.NotMeasured("list", "redis-benchmark is not installed here")))
			.render();
		assertThat(table.lines()).hasSize(7);
		assertThat(table.lines().map((line) -> line.split("[│┼]").length).limit(5)).containsOnly(6);
		assertThat(table).contains("4,100 /s ±2 %", "10,000 /s ±1 % nginx", "0.42", "≥ 0.40", "reached", "≤ 2",
				"below reach", "not measured", "· gateway.throughput: 64 connections",
				"· list was not measured: redis-benchmark is not installed here");
	}

	@Test
	void saysSoWhenAFigureIsNotSettled() {
		Figure climbing = Figure.information("a", "a", "/s", Series.of(50, 100));
		assertThat(new ResultTable(List.of(new Outcome.Measured("a", List.of(climbing), Duration.ZERO))).render())
			.contains("(unsettled)");
	}

}
