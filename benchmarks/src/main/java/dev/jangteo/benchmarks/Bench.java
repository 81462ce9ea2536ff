package dev.jangteo.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.jangteo.benchmarks.figures.Outcome;
import dev.jangteo.benchmarks.figures.ResultTable;
import dev.jangteo.benchmarks.suite.Benchmark;
import dev.jangteo.benchmarks.suite.Pace;
import dev.jangteo.benchmarks.suite.Suite;
import dev.jangteo.servers.Checkout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line: picks benchmarks, runs them, prints the table and keeps the JSON.
 * Ends with 0 when everything was measured, reached or not, and with 3 when something was
 * not measured.
 */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Measures the platform beside its physical limits, in a platform of its own on free ports.")
public final class Bench implements Callable<Integer> {

	private static final int NOT_MEASURED = 3;

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(paramLabel = "BENCHMARK", arity = "0..*", description = "which of them; all without any. See --list.")
	private List<String> names = List.of();

	@Option(names = "--quick", description = "Few and short rounds: everything within eight minutes on two cores.")
	private boolean quick;

	@Option(names = "--all", description = "All benchmarks, as without any name.")
	private boolean all;

	@Option(names = "--list", description = "Lists the benchmarks and measures nothing.")
	private boolean list;

	@Option(names = "--json", paramLabel = "FILE", description = "Keeps every round, with machine, date and commit.")
	private @Nullable Path json;

	@Option(names = "--page", paramLabel = "FILE",
			description = "Writes the result as Markdown, as in docs/performance.md.")
	private @Nullable Path page;

	@Option(names = "--keep", description = "Keeps the logs and data of the run.")
	private boolean keep;

	@Option(names = "--profile",
			description = "Records each service with JFR, at a small cost, and keeps the recordings.")
	private boolean profile;

	public static void main(String[] arguments) {
		System.exit(new CommandLine(new Bench()).execute(arguments));
	}

	@Override
	public Integer call() throws Exception {
		PrintWriter out = commandLine().getOut();
		PrintWriter err = commandLine().getErr();
		if (this.list) {
			Suite.all().forEach((benchmark) -> out.printf("%-8s %s%n", benchmark.name(), benchmark.about()));
			out.flush();
			return 0;
		}
		List<Benchmark> chosen = chosen();
		Path checkout = Checkout.folder();
		Path folder = Files.createTempDirectory(Files.createDirectories(checkout.resolve(".jangteo/bench")), "run-");
		long start = System.nanoTime();
		Machine machine = Machine.here(checkout, folder);
		List<Outcome> outcomes = new Measuring(checkout, folder, this.quick ? Pace.QUICK : Pace.FULL, this.profile,
				(sentence) -> {
					err.printf("[%4d s] %s%n", (System.nanoTime() - start) / 1_000_000_000L, sentence);
					err.flush();
				})
			.measure(chosen);
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		print(out, machine, outcomes, took);
		Report report = new Report(command(), machine, took.toSeconds(), outcomes);
		if (this.json != null) {
			report.write(this.json);
		}
		if (this.page != null) {
			new Page(report).write(this.page);
		}
		boolean whole = outcomes.stream().allMatch(Outcome.Measured.class::isInstance);
		if (this.keep || this.profile || !whole) {
			out.println("Logs and data of this run: " + folder);
		}
		else {
			Folders.delete(folder);
		}
		out.flush();
		return whole ? 0 : NOT_MEASURED;
	}

	private static void print(PrintWriter out, Machine machine, List<Outcome> outcomes, Duration took) {
		out.printf(Locale.ROOT, "%n%d cores of %s, %,d MiB, %s, %s, %s; commit %s, load before %s%n", machine.cores(),
				machine.processor(), machine.memoryMebibytes(), machine.system(), machine.disk(), machine.date(),
				machine.commit(), machine.load());
		out.printf("%s%n%nTook %d min %d s.%n", new ResultTable(outcomes).render(), took.toMinutes(),
				took.toSecondsPart());
		out.flush();
	}

	private List<Benchmark> chosen() {
		List<Benchmark> suite = Suite.all();
		if (this.names.isEmpty() || this.all) {
			return suite;
		}
		List<String> known = suite.stream().map(Benchmark::name).toList();
		this.names.stream().filter((name) -> !known.contains(name)).findFirst().ifPresent((name) -> {
			throw new ParameterException(commandLine(),
					"There is no benchmark '%s'. There are: %s".formatted(name, String.join(", ", known)));
		});
		return suite.stream().filter((benchmark) -> this.names.contains(benchmark.name())).toList();
	}

	private String command() {
		List<String> words = new ArrayList<>(List.of("./jangteo bench"));
		words.addAll(this.names);
		if (this.quick) {
			words.add("--quick");
		}
		return String.join(" ", words);
	}

	private CommandLine commandLine() {
		if (this.spec == null) {
			throw new IllegalStateException("Started without its command line.");
		}
		return this.spec.commandLine();
	}

}
