package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.sql.PgBenchScript;

/**
 * pgbench: scripts of SQL, run by a fixed number of connections with prepared statements.
 *
 * @param port of the server on 127.0.0.1
 * @param database to work in
 * @param user to log in as
 * @param password of that user
 */
public record PgBench(int port, String database, String user, String password) {

	private static final Pattern TPS = Pattern.compile("tps = ([\\d.]+)");

	private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

	private static final Pattern ABORTED = Pattern.compile("(client \\d+ .*aborted.*|pgbench: error: .*)");

	private static final Duration GRACE = Duration.ofSeconds(20);

	/**
	 * Transactions a second, each running one of the scripts, chosen by chance.
	 * @throws Unmeasurable when a transaction failed
	 */
	public double run(List<PgBenchScript> scripts, int connections, Duration time)
			throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("bench-pgbench");
		List<Path> files = new ArrayList<>();
		try {
			List<String> command = new ArrayList<>(
					List.of(Tool.PGBENCH.path(), "-n", "-M", "prepared", "-c", String.valueOf(connections), "-j", "2",
							"-T", String.valueOf(time.toSeconds()), "-h", "127.0.0.1", "-p", String.valueOf(this.port),
							"-U", this.user, "-D", "run=" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)));
			for (PgBenchScript script : scripts) {
				Path file = folder.resolve("script" + files.size() + ".sql");
				files.add(Files.writeString(file, script.text()));
				command.addAll(List.of("-f", file.toString()));
				script.variables().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
			}
			command.add(this.database);
			return parse(Command.run(command, Map.of("PGPASSWORD", this.password), time.plus(GRACE)));
		}
		finally {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
			Files.deleteIfExists(folder);
		}
	}

	static double parse(String output) {
		Matcher aborted = ABORTED.matcher(output);
		if (aborted.find()) {
			throw new Unmeasurable("pgbench: " + aborted.group(1));
		}
		Matcher failed = FAILED.matcher(output);
		if (failed.find() && !"0".equals(failed.group(1))) {
			throw new Unmeasurable("pgbench: %s transactions failed.".formatted(failed.group(1)));
		}
		Matcher tps = TPS.matcher(output);
		if (!tps.find()) {
			throw new Unmeasurable("pgbench printed something unknown: " + output.strip());
		}
		return Double.parseDouble(tps.group(1));
	}

}
