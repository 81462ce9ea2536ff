package dev.jangteo.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.jangteo.local.api.Api;
import dev.jangteo.local.platform.Home;
import dev.jangteo.local.platform.Part;
import dev.jangteo.local.platform.Platform;
import dev.jangteo.local.platform.Services;
import dev.jangteo.servers.Lifetime;

import static org.awaitility.Awaitility.await;

/**
 * The platform on which the stories play: every server and service as a process of its
 * own, on ports of its own, with data of its own. Started once, ended with this JVM.
 */
final class Stage {

	private static final int PORT_OFFSET = -4_000;

	private static final Stage STAGE = new Stage();

	private final Platform platform;

	private final Api anyone;

	private Stage() {

		var home = new Home(Path.of("target", "platform"), PORT_OFFSET, Lifetime.WITH_THIS_JVM);

		this.platform = new Platform(home, System.out::println);
		this.platform.up();
		this.anyone = Api.at(this.platform.gateway());
	}

	static Stage set() {
		return STAGE;
	}

	Api anyone() {
		return this.anyone;
	}

	Api operator() {
		return this.anyone.login(Services.OPERATOR_EMAIL, Services.OPERATOR_PASSWORD);
	}

	/**
	 * The payment provider's sandbox.
	 */
	Api provider() {
		return Api.at(this.platform.sandbox());
	}

	Part part(String name) {
		return this.platform.part(name);
	}

	/**
	 * Waits until something that needs several processes has come about.
	 */
	void eventually(String what, BooleanSupplier condition) {
		await(what).atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptions()
			.until(condition::getAsBoolean);
	}

}
