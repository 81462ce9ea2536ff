package dev.jangteo.local.command;

import java.net.URI;
import java.util.concurrent.Callable;

import dev.jangteo.local.sample.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Loads the sample neighbourhood into another platform.
 */
@Command(name = "sample", description = "Loads the sample neighbourhood into another platform, through its owner API.")
public final class LoadSample implements Callable<Integer> {

	@Option(names = "--gateway", paramLabel = "URL", required = true, description = "such as that of one in containers")
	private URI gateway = URI.create("");

	@Override
	public Integer call() {

		new Sample(this.gateway, System.out::println).load();

		System.out.printf("%n  shopper %s / %s%n", Sample.SHOPPER, Sample.PASSWORD);
		System.out.printf("  owner   %s / %s%n", Sample.OWNER, Sample.PASSWORD);

		return 0;
	}

}
