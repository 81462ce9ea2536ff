package dev.jangteo.local.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Platform;
import dev.jangteo.servers.ServerFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what one server or service has written.
 */
@Command(name = "logs", description = "Shows the log of one service or server.")
public final class Logs implements Callable<Integer> {

	@Parameters(paramLabel = "SERVICE", description = "such as order-service or kafka")
	private String name = "";

	@Option(names = { "-f", "--follow" }, description = "Go on showing what comes.")
	private boolean follow;

	@Option(names = { "-n", "--lines" }, defaultValue = "100", description = "How many lines; 100 unless told.")
	private int lines;

	@Override
	public Integer call() throws Exception {

		var log = new Platform(Home.ofEnvironment(), System.out::println).part(this.name).process().log();

		if (Files.notExists(log)) {
			throw new ServerFailed(this.name + " has not written anything yet.");
		}

		var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(this.lines)));

		if (this.follow) {
			command.add("-F");
		}

		command.add(log.toString());
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

}
