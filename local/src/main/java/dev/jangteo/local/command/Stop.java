package dev.jangteo.local.command;

import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Ends one server or service.
 */
@Command(name = "stop", description = "Stops one service or server.")
public final class Stop implements Callable<Integer> {

	@Parameters(paramLabel = "SERVICE", description = "such as order-service or kafka")
	private String name = "";

	@Option(names = "--kill", description = "at once, as kill -9 does")
	private boolean kill;

	@Override
	public Integer call() throws Exception {

		var home = Home.ofEnvironment();

		try (var _ = Lock.of(home)) {

			var part = new Platform(home, System.out::println).part(this.name);

			if (this.kill) {
				part.kill();
			}
			else {
				part.stop();
			}

			System.out.printf("%s is stopped. ./jangteo start %1$s brings it back.%n", part.name());
		}

		return 0;
	}

}
