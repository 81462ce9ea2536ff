package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.jangteo.benchmarks.figures.Unmeasurable;

/**
 * A program run to its end, within a time limit.
 */
final class Command {

	private Command() {
	}

	/**
	 * Runs the program and answers what it printed on both of its outputs.
	 * @throws Unmeasurable when it fails or does not end in time; it is ended then
	 */
	static String run(List<String> command, Map<String, String> environment, Duration limit)
			throws IOException, InterruptedException {
		Path output = Files.createTempFile("bench", ".out");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().putAll(environment);
			Process process = builder.start();
			try {
				if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
					throw new Unmeasurable(
							"%s did not end within %d s.".formatted(command.getFirst(), limit.toSeconds()));
				}
			}
			finally {
				process.destroyForcibly();
			}
			String printed = Files.readString(output, StandardCharsets.UTF_8);
			if (process.exitValue() != 0) {
				throw new Unmeasurable("%s ended with %d: %s".formatted(command.getFirst(), process.exitValue(),
						printed.strip().lines().limit(5).toList()));
			}
			return printed;
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

}
