package dev.jangteo.local.command;

import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts one server or service.
 */
@Command(name = "start", description = "Starts one service or server.")
public final class Start implements Callable<Integer> {

	@Parameters(paramLabel = "SERVICE", description = "such as order-service or kafka")
	private String name = "";

	@Override
	public Integer call() throws Exception {

		var home = Home.ofEnvironment();

		try (var _ = Lock.of(home)) {
			var part = new Platform(home, System.out::println).part(this.name);
			part.start();
			System.out.printf("%s runs on port %d.%n", part.name(), part.port());
		}

		return 0;
	}

}
