package dev.jangteo.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerFailed;

/**
 * Looks for what would stop the platform half-way, before anything is started.
 */
final class Preflight {

	private static final long MEBIBYTE = 1024L * 1024;

	private static final long MEMORY_NEEDED = 3072 * MEBIBYTE;

	private static final long DISK_NEEDED = 2048 * MEBIBYTE;

	private Preflight() {
	}

	static void check(Home home, List<Part> parts) {

		var absent = parts.stream().filter((part) -> !part.isRunning()).toList();

		checkPorts(absent);
		checkDisk(home.folder());

		if (System.getenv("JANGTEO_IGNORE_MEMORY") == null) {
			checkMemory(MEMORY_NEEDED * absent.size() / parts.size());
		}
	}

	private static void checkPorts(List<Part> parts) {

		var taken = parts.stream()
			.flatMap((part) -> part.ports()
				.stream()
				.filter(Ports::inUse)
				.map((port) -> "Port %d, meant for %s, is used by another program.".formatted(port, part.name())))
			.toList();

		if (taken.isEmpty()) {
			return;
		}

		throw new ServerFailed(String.join("\n", taken)
				+ "\nEnd that program (ss -ltnp shows who it is), or move the platform: JANGTEO_PORT_OFFSET=1000 ./jangteo up");
	}

	private static void checkDisk(Path folder) {

		try {

			Files.createDirectories(folder);
			var free = Files.getFileStore(folder).getUsableSpace();

			if (free < DISK_NEEDED) {
				throw new ServerFailed(
						"Too little disk: %s has %d MiB free, the platform needs %d. Make room, or set JANGTEO_HOME to a folder elsewhere."
							.formatted(folder, free / MEBIBYTE, DISK_NEEDED / MEBIBYTE));
			}
		}
		catch (IOException e) {
			throw new ServerFailed("The folder %s cannot be made: %s. Set JANGTEO_HOME to one that can be written."
				.formatted(folder, e.getMessage()), e);
		}
	}

	private static void checkMemory(long needed) {

		var available = availableMemory();

		if (available.isPresent() && available.getAsLong() < needed) {
			throw new ServerFailed(
					"Too little memory: %d MiB are available, the platform needs %d. End something else, or set JANGTEO_IGNORE_MEMORY=1 to try all the same."
						.formatted(available.getAsLong() / MEBIBYTE, needed / MEBIBYTE));
		}
	}

	private static OptionalLong availableMemory() {

		try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
			return lines.filter((line) -> line.startsWith("MemAvailable:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
				.findFirst();
		}
		catch (IOException e) {
			return OptionalLong.empty();
		}
	}

}
