package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.jangteo.benchmarks.figures.Unmeasurable;

/**
 * redis-benchmark: one command, sent by a fixed number of connections without pipelining.
 *
 * @param port of the server on 127.0.0.1
 */
public record RedisBenchmark(int port) {

	private static final Pattern ROW = Pattern.compile("^\"[^\"]*\",\"([\\d.]+)\"", Pattern.MULTILINE);

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/**
	 * Commands a second.
	 * @param count how often the command is sent in all
	 */
	public double run(List<String> redisCommand, int connections, long count) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Tool.REDIS_BENCHMARK.path(), "-h", "127.0.0.1", "-p",
				String.valueOf(this.port), "-c", String.valueOf(connections), "-n", String.valueOf(count), "--csv"));
		command.addAll(redisCommand);
		return parse(Command.run(command, Map.of(), LIMIT));
	}

	/**
	 * The lines a Redis command prints, by redis-cli.
	 */
	public List<String> ask(String... redisCommand) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Tool.REDIS_CLI.path(), "-h", "127.0.0.1", "-p", String.valueOf(this.port), "--raw"));
		command.addAll(List.of(redisCommand));
		return Command.run(command, Map.of(), LIMIT).lines().toList();
	}

	static double parse(String output) {
		Matcher row = ROW.matcher(output);
		if (output.contains("Error") || !row.find()) {
			throw new Unmeasurable("redis-benchmark printed something unknown: " + output.strip());
		}
		return Double.parseDouble(row.group(1));
	}

}
