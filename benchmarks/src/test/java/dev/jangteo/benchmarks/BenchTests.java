package dev.jangteo.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Outcome;
import dev.jangteo.benchmarks.figures.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BenchTests {

	private final StringWriter out = new StringWriter();

	private final CommandLine bench = new CommandLine(new Bench()).setOut(new PrintWriter(this.out))
		.setErr(new PrintWriter(this.out));

	@Test
	void listsTheBenchmarksAndMeasuresNothing() {
		assertThat(this.bench.execute("--list")).isZero();
		assertThat(this.out.toString().lines().map((line) -> line.split(" ")[0])).contains("gateway", "order", "relay",
				"list", "visible", "payments");
	}

	@Test
	void namesTheBenchmarksThereAreWhenAskedForAnother() {
		assertThat(this.bench.execute("gatway")).isEqualTo(2);
		assertThat(this.out.toString()).contains("There is no benchmark 'gatway'. There are: gateway, order");
	}

	@Test
	void writesAPageThatNamesWhatFallsShortAndKeepsWhatWasWrittenByHand(@TempDir Path folder) throws IOException {
		Path page = Files.writeString(folder.resolve("performance.md"),
				"old\n" + Page.MARK + "\n\n## Causes\nBy hand.\n");
		new Page(report()).write(page);
		assertThat(Files.readString(page)).startsWith("# Performance")
			.contains("`./jangteo bench --quick` on 2026-11-21T10:00:00Z, commit abc1234, in 0 min 42 s")
			.contains("| orders | 850 /s ±12 % | 1,900 /s ±5 % pgbench | 0.45 | ≥ 0.50 | below reach (unsettled) |")
			.contains("- orders: 0.45, to reach ≥ 0.50", "- list: not measured")
			.doesNotContain("old")
			.endsWith(Page.MARK + "\n\n## Causes\nBy hand.\n");
	}

	@Test
	void keepsEveryRoundWithMachineDateAndCommit() {
		JsonNode json = JsonMapper.shared().readTree(report().json());
		assertThat(json.at("/machine/commit").asString()).isEqualTo("abc1234");
		assertThat(json.at("/machine/date").asString()).isEqualTo("2026-11-21T10:00:00Z");
		assertThat(json.at("/benchmarks/0/figures/0/theirs/rounds/1").asDouble()).isEqualTo(2000);
		assertThat(json.at("/benchmarks/0/figures/0/verdict").asString()).isEqualTo("BELOW_REACH");
		assertThat(json.at("/benchmarks/1/notMeasured").asString()).isEqualTo("no redis-benchmark");
	}

	private static Report report() {
		Machine machine = new Machine(2, "a processor", 8000, "Linux", "25", "ext4",
				Instant.parse("2026-11-21T10:00:00Z"), "abc1234", "0.10");
		Figure figure = Figure.ratio("order.throughput", "orders", "/s", Series.of(750, 950), "pgbench",
				Series.of(1800, 2000), 0.5);
		return new Report("./jangteo bench --quick", machine, 42,
				List.of(new Outcome.Measured("order", List.of(figure), Duration.ofSeconds(40)),
						new Outcome.NotMeasured("list", "no redis-benchmark")));
	}

}
