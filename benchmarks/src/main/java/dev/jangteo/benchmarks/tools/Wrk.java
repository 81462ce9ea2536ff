package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.jangteo.benchmarks.figures.Unmeasurable;

/**
 * wrk: as many requests as a fixed number of connections can carry. Its latencies are not
 * used, since a closed loop hides waiting.
 *
 * @param threads of the generator
 * @param connections kept open
 */
public record Wrk(int threads, int connections) {

	private static final Pattern REQUESTS_PER_SECOND = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

	private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");

	private static final Pattern NOT_OK = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

	private static final Pattern SOCKET_ERRORS = Pattern
		.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

	private static final Duration GRACE = Duration.ofSeconds(15);

	/**
	 * What wrk saw.
	 *
	 * @param perSecond requests answered a second
	 * @param requests answered
	 * @param refused answers that were neither 2xx nor 3xx
	 * @param broken connections and requests that failed
	 */
	public record Report(double perSecond, long requests, long refused, long broken) {

		/**
		 * The rate, if every answer was a good one.
		 * @throws Unmeasurable otherwise: a refusal is quicker than an answer
		 */
		public double trusted(String target) {
			if (this.refused > 0 || this.broken > 0) {
				throw new Unmeasurable("%s: %,d of %,d answers were refusals and %,d requests broke.".formatted(target,
						this.refused, this.requests, this.broken));
			}
			if (this.requests == 0) {
				throw new Unmeasurable(target + " answered nothing.");
			}
			return this.perSecond;
		}

	}

	/**
	 * Puts load on the address for the given time.
	 * @param script a Lua script for the requests
	 * @param arguments for the script's {@code init}
	 */
	public Report run(URI address, Duration time, Path script, List<String> arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Tool.WRK.path(), "-t" + this.threads, "-c" + this.connections,
				"-d" + time.toSeconds() + "s", "--timeout", "10s", "-s", script.toString(), address.toString(), "--"));
		command.addAll(arguments);
		return parse(Command.run(command, Map.of(), time.plus(GRACE)));
	}

	static Report parse(String output) {
		return new Report(Double.parseDouble(required(REQUESTS_PER_SECOND, output)),
				Long.parseLong(required(REQUESTS, output)), optional(NOT_OK, output), optional(SOCKET_ERRORS, output));
	}

	private static String required(Pattern pattern, String output) {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new Unmeasurable("wrk printed something unknown: " + output.strip());
		}
		return matcher.group(1);
	}

	private static long optional(Pattern pattern, String output) {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			return 0;
		}
		long sum = 0;
		for (int group = 1; group <= matcher.groupCount(); group++) {
			sum += Long.parseLong(matcher.group(group));
		}
		return sum;
	}

}
