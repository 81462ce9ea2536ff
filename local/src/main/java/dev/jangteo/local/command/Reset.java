package dev.jangteo.local.command;

import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Platform;
import picocli.CommandLine.Command;

/**
 * Ends everything and forgets its data.
 */
@Command(name = "reset", description = "Stops the platform and deletes all of its data.")
public final class Reset implements Callable<Integer> {

	@Override
	public Integer call() throws Exception {

		var home = Home.ofEnvironment();

		try (var _ = Lock.of(home)) {
			new Platform(home, System.out::println).reset();
		}

		System.out.println("All data of " + home.folder() + " is deleted.");
		return 0;
	}

}
