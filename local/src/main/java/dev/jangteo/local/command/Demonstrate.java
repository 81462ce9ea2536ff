package dev.jangteo.local.command;

import java.net.URI;
import java.util.concurrent.Callable;

import dev.jangteo.local.api.Unexpected;
import dev.jangteo.local.demo.Demo;
import dev.jangteo.local.demo.Story;
import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Services;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Walks a whole order.
 */
@Command(name = "demo", description = "Walks a shopper, an owner and an operator through a whole order.")
public final class Demonstrate implements Callable<Integer> {

	@Option(names = "--gateway", paramLabel = "URL", description = "of another platform, such as one in containers")
	private @Nullable URI gateway;

	@Option(names = "--sandbox", paramLabel = "URL", description = "of that platform's payment provider")
	private @Nullable URI sandbox;

	@Option(names = "--operator-email", defaultValue = "${env:JANGTEO_OPERATOR_EMAIL:-" + Services.OPERATOR_EMAIL + "}",
			description = "default: ${DEFAULT-VALUE}")
	private String operatorEmail = "";

	@Option(names = "--operator-password",
			defaultValue = "${env:JANGTEO_OPERATOR_PASSWORD:-" + Services.OPERATOR_PASSWORD + "}",
			description = "default: JANGTEO_OPERATOR_PASSWORD, or the local one")
	private String operatorPassword = "";

	@Override
	public Integer call() {

		var target = (this.gateway != null) ? this.gateway : here(8080);
		var provider = (this.sandbox != null) ? this.sandbox : here(8089);
		var start = System.nanoTime();

		System.out.println("The demo through " + target);

		try {
			new Demo(target, provider, this.operatorEmail, this.operatorPassword, new Printed()).walk();
		}
		catch (Unexpected e) {
			System.out.flush();
			System.err.printf("%nThe demo FAILED: %s%nIs everything up? ./jangteo status%n", e.getMessage());
			return 1;
		}

		System.out.printf("%nEverything was as promised, in %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
		return 0;
	}

	private static URI here(int port) {
		return URI.create("http://127.0.0.1:" + Home.ofEnvironment().port(port));
	}

	private static final class Printed implements Story {

		private int steps;

		@Override
		public void chapter(String title) {
			System.out.printf("%n%s%n", title);
		}

		@Override
		public void step(String who, String what) {
			System.out.printf("  %2d. %-9s %s%n", ++this.steps, who, what);
		}

	}

}
