package dev.jangteo.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Where, when and of what a run was taken; without it a figure means nothing.
 *
 * @param cores of the machine
 * @param processor its name
 * @param memoryMebibytes of the machine
 * @param system its kernel
 * @param java that runs the services
 * @param disk the type of the file system under the data
 * @param date of the run
 * @param commit that was measured, with a plus when files were changed since
 * @param load the machine's load before the run: above a tenth or two somebody else was
 * at work
 */
record Machine(int cores, String processor, long memoryMebibytes, String system, String java, String disk, Instant date,
		String commit, String load) {

	static Machine here(Path checkout, Path folder) {
		return new Machine(Runtime.getRuntime().availableProcessors(), after("/proc/cpuinfo", "model name"),
				memory(after("/proc/meminfo", "MemTotal")),
				System.getProperty("os.name") + " " + System.getProperty("os.version"),
				System.getProperty("java.vendor") + " " + Runtime.version(), disk(folder),
				Instant.now().truncatedTo(ChronoUnit.SECONDS), commit(checkout), loadAverage());
	}

	private static long memory(String kilobytes) {
		String digits = kilobytes.replaceAll("\\D", "");
		return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024;
	}

	private static String loadAverage() {
		try {
			return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private static String disk(Path folder) {
		try {
			return Files.getFileStore(folder).type();
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private static String after(String file, String key) {
		try {
			return Files.readAllLines(Path.of(file))
				.stream()
				.filter((line) -> line.startsWith(key))
				.findFirst()
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.orElse("unknown");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

	private static String commit(Path checkout) {
		String head = git(checkout, "rev-parse", "--short", "HEAD");
		if (head.isEmpty()) {
			return "none";
		}
		return head + (git(checkout, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "+");
	}

	private static String git(Path checkout, String... arguments) {
		try {
			String[] command = new String[arguments.length + 3];
			command[0] = "git";
			command[1] = "-C";
			command[2] = checkout.toString();
			System.arraycopy(arguments, 0, command, 3, arguments.length);
			Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return (git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0) ? output : "";
		}
		catch (IOException ex) {
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

}
