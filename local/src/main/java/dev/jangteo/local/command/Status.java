package dev.jangteo.local.command;

import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Health;
import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Part;
import dev.jangteo.local.platform.Platform;
import picocli.CommandLine.Command;

/**
 * What runs, whether it is well, and what it takes. Ends with 0 when all is well.
 */
@Command(name = "status", description = "Shows every process with its health, lag and memory.")
public final class Status implements Callable<Integer> {

	private static final int MEBIBYTE = 1024 * 1024;

	@Override
	public Integer call() {

		var home = Home.ofEnvironment();
		var platform = new Platform(home, System.out::println);
		var memory = 0L;
		var well = true;

		System.out.printf("%-16s %-6s %-8s %-12s %8s  %s%n", "", "port", "pid", "health", "memory", "lag");

		for (Part part : platform.parts()) {

			var health = Health.of(part);
			memory += health.memory();
			well &= health.isWell();

			System.out.printf("%-16s %-6d %-8s %-12s %4d MiB  %s%n", part.name(), part.port(),
					part.process().running().map((process) -> Long.toString(process.pid())).orElse("-"), health.word(),
					health.memory() / MEBIBYTE, health.lag());
		}

		System.out.printf("%-16s %-6s %-8s %-12s %4d MiB%n", "all", "", "", "", memory / MEBIBYTE);
		System.out.printf("%nData and logs are in %s.%n", home.folder());

		return well ? 0 : 1;
	}

}
