package dev.jangteo.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server written in Java, in a JVM of its own with a class path of its own.
 */
public abstract sealed class JavaServer extends Server permits KafkaServer, OpenSearchServer, S3Server {

	private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(2);

	private final String program;

	private final ServerOptions options;

	private boolean training;

	JavaServer(String program, int port, Path folder, ServerOptions options) {

		super(program, port, folder, options.lifetime());

		this.program = program;
		this.options = options;
	}

	/**
	 * The folder where the build puts the jars of a program of this module.
	 */
	public static Path builtJars(String program) {
		return Checkout.folder().resolve("embedded-servers").resolve(program).resolve("target");
	}

	/**
	 * Starts the server, lets it write the AOT cache of its options, and ends it.
	 */
	public final void train() {

		this.training = true;

		try {
			start();
			process().stop("TERM", TRAINING_PATIENCE);
		}
		finally {
			kill();
			this.training = false;
		}
	}

	abstract String mainClass();

	abstract List<String> arguments();

	List<String> jvmOptions() {
		return List.of();
	}

	@Override
	final List<String> command() {

		var command = new ArrayList<String>();

		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx" + this.options.heapMegabytes() + "m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable",
				"-Xlog:all=error:stderr", "--sun-misc-unsafe-memory-access=allow"));

		this.options.aotCache().ifPresent((cache) -> {
			if (this.training) {
				command.add("-XX:AOTCacheOutput=" + cache);
			}
			else if (Files.exists(cache)) {
				command.add("-XX:AOTCache=" + cache);
			}
		});

		command.addAll(jvmOptions());
		command.addAll(List.of("-cp", classPath(), mainClass()));
		command.addAll(arguments());

		return command;
	}

	private String classPath() {

		var folder = this.options.jars().orElseGet(() -> builtJars(this.program));
		var own = folder.resolve("embedded-" + this.program + ".jar");
		var jars = new ArrayList<String>();

		jars.add((Files.exists(own) ? own : folder.resolve("classes")).toString());

		try (var others = Files.list(folder.resolve("lib"))) {
			others.map(Path::toString).filter((jar) -> jar.endsWith(".jar")).sorted().forEach(jars::add);
		}
		catch (IOException e) {
			throw new ServerFailed(("The jars of %s are not built: %s is missing. Run: mvn -Pquick install -pl "
					+ "embedded-servers/%s")
				.formatted(this.program, folder.resolve("lib"), this.program), e);
		}

		return String.join(File.pathSeparator, jars);
	}

}
