package dev.jangteo.local.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the services' JVMs are started on a small machine: quickly, and with little memory.
 */
final class Jvm {

	static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private Jvm() {
	}

	static List<String> command(Service service) {

		var command = new ArrayList<>(List.of(JAVA, "-Xmx" + service.heapMegabytes() + "m", "-Xss512k",
				"-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-XX:ReservedCodeCacheSize=96m",
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));

		if (!service.busy()) {
			command.add("-XX:TieredStopAtLevel=1");
		}

		return command;
	}

}
