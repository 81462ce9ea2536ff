package dev.jangteo.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import dev.jangteo.local.api.Unexpected;
import dev.jangteo.local.command.Demonstrate;
import dev.jangteo.local.command.Down;
import dev.jangteo.local.command.LoadSample;
import dev.jangteo.local.command.Logs;
import dev.jangteo.local.command.Reset;
import dev.jangteo.local.command.Start;
import dev.jangteo.local.command.Status;
import dev.jangteo.local.command.Stop;
import dev.jangteo.local.command.Up;
import dev.jangteo.servers.ServerFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./jangteo COMMAND}.
 */
@Command(name = "./jangteo", description = "The Jangteo platform on this machine.",
		subcommands = { Up.class, Status.class, Demonstrate.class, Logs.class, Stop.class, Start.class, Down.class,
				Reset.class, LoadSample.class },
		mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		footer = { "", "./jangteo bench [--quick] measures the platform beside its physical limits.", "",
				"JANGTEO_PORT_OFFSET=1000 moves every port, JANGTEO_HOME=FOLDER keeps the data elsewhere." })
public final class Jangteo {

	private Jangteo() {
	}

	public static void main(String[] args) {

		System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
		System.exit(run(args));
	}

	static int run(String... args) {
		return new CommandLine(new Jangteo()).setExecutionExceptionHandler((exception, line, _) -> {

			if (exception instanceof ServerFailed || exception instanceof Unexpected) {
				line.getErr().println(exception.getMessage());
			}
			else {
				exception.printStackTrace(line.getErr());
			}

			return line.getCommandSpec().exitCodeOnExecutionException();
		}).execute(args.length == 0 ? new String[] { "--help" } : args);
	}

}
