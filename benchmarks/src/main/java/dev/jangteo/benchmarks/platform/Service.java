package dev.jangteo.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.servers.Lifetime;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerProcess;

/**
 * One service as its built jar, with the options it has in production: the whole JIT, a
 * bounded heap.
 */
final class Service implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(300);

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final String module;

	private final int port;

	private final int managementPort = Ports.free();

	private final Path jar;

	private final Path application;

	private final ServerProcess process;

	private final boolean profiled;

	Service(String module, int port, Path checkout, Path folder, boolean profiled) {
		this.profiled = profiled;
		this.module = module;
		this.port = port;
		this.jar = jar(checkout, module);
		this.application = folder.resolve(module).resolve("application");
		this.process = new ServerProcess(module, folder.resolve(module), Lifetime.WITH_THIS_JVM);
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	ProcessHandle handle() {
		return this.process.running().orElseThrow(() -> new Unmeasurable(this.module + " has ended."));
	}

	/**
	 * Starts the service and returns once it is ready to serve.
	 */
	void start(Map<String, String> environment) {
		Map<String, String> all = new HashMap<>(environment);
		all.put("SERVER_PORT", String.valueOf(this.port));
		all.put("SERVER_ADDRESS", "127.0.0.1");
		all.put("MANAGEMENT_SERVER_PORT", String.valueOf(this.managementPort));
		all.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
		unpack();
		this.process.start(command(), all);
		Http http = new Http();
		URI readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(this.managementPort));
		this.process.await(() -> http.ok(readiness), START_LIMIT);
	}

	private List<String> command() {
		List<String> command = new ArrayList<>(List.of(JAVA, "-Xms256m", "-Xmx512m", "-XX:+UseSerialGC",
				"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
		if (this.profiled) {
			command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=recording.jfr");
		}
		command.addAll(List.of("-jar", this.application.resolve(this.jar.getFileName()).toString()));
		return command;
	}

	/**
	 * A jar of jars starts at half the speed of the same jars in a folder.
	 */
	private void unpack() {
		try {
			Files.createDirectories(this.application);
			Process process = new ProcessBuilder(JAVA, "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar",
					this.jar.toString(), "extract", "--force", "--destination", this.application.toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (process.waitFor() != 0) {
				throw new Unmeasurable("%s cannot be unpacked: %d".formatted(this.jar, process.exitValue()));
			}
		}
		catch (IOException ex) {
			throw new Unmeasurable("%s cannot be unpacked: %s".formatted(this.jar, ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unmeasurable("Interrupted.", ex);
		}
	}

	private static Path jar(Path checkout, String module) {
		Path target = checkout.resolve(module).resolve("target");
		try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
			return files
				.filter((file) -> file.getFileName().toString().matches(module + "(-\\d[^-]*(-SNAPSHOT)?)?\\.jar"))
				.findFirst()
				.orElseThrow(() -> new Unmeasurable(
						"%s is not built. In the project's folder: mvn -Pquick package".formatted(module)));
		}
		catch (IOException ex) {
			throw new Unmeasurable("%s cannot be looked at: %s".formatted(target, ex.getMessage()), ex);
		}
	}

	@Override
	public void close() {
		this.process.stop("TERM", Duration.ofSeconds(15));
	}

}
