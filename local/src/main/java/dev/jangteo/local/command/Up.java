package dev.jangteo.local.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Platform;
import dev.jangteo.local.platform.Services;
import dev.jangteo.local.sample.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts everything that does not run, and loads the sample neighbourhood once.
 */
@Command(name = "up", description = "Starts the platform; the first time it is prepared and gets its sample data.")
public final class Up implements Callable<Integer> {

	@Option(names = "--no-sample", description = "Start without the sample neighbourhood.")
	private boolean empty;

	@Override
	public Integer call() throws Exception {

		var start = Instant.now();
		var home = Home.ofEnvironment();
		var platform = new Platform(home, System.out::println);

		try (var _ = Lock.of(home)) {

			platform.up();

			if (!this.empty) {
				new Sample(platform.gateway(), home.folder(), System.out::println).load();
			}
		}

		System.out.printf("%nJangteo is up after %d s.%n%n", Duration.between(start, Instant.now()).toSeconds());
		print(platform);

		return 0;
	}

	private void print(Platform platform) {

		var gateway = platform.gateway();

		System.out.printf("  API            %s/api/v1%n", gateway);
		System.out.printf("  API, to browse %s/docs%n", gateway);
		System.out.printf("  card payments  %s/sandbox (the provider, played)%n", platform.sandbox());

		if (!this.empty) {
			System.out.printf("  shopper        %s / %s%n", Sample.SHOPPER, Sample.PASSWORD);
			System.out.printf("  owner          %s / %s%n", Sample.OWNER, Sample.PASSWORD);
		}

		System.out.printf("  operator       %s / %s%n%n", Services.OPERATOR_EMAIL, Services.OPERATOR_PASSWORD);
		System.out.println("""
				Next: ./jangteo demo     a whole order, step by step
				      ./jangteo status   what runs, its health and memory
				      ./jangteo logs order-service -f
				      ./jangteo down     stops everything, the data stays""");
	}

}
