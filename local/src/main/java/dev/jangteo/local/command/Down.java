package dev.jangteo.local.command;

import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Platform;
import picocli.CommandLine.Command;

/**
 * Ends everything in order.
 */
@Command(name = "down", description = "Stops the platform. Its data stays.")
public final class Down implements Callable<Integer> {

	@Override
	public Integer call() throws Exception {

		var home = Home.ofEnvironment();

		try (var _ = Lock.of(home)) {
			new Platform(home, System.out::println).down();
		}

		System.out.println("Jangteo is down.");
		return 0;
	}

}
