package dev.jangteo.gateway;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/**
 * Another gateway beside the one of {@link GatewayContext}, which trusts no proxy. It
 * ends with the tests, as both share the event loops.
 */
public final class SecondGateway {

	public static final int PORT = start();

	private SecondGateway() {
	}

	private static int start() {
		var arguments = Platform.settings()
			.entrySet()
			.stream()
			.map(it -> "--" + it.getKey() + "=" + it.getValue())
			.toArray(String[]::new);
		var gateway = new SpringApplicationBuilder(GatewayApplication.class).run(arguments);
		return ((ReactiveWebServerApplicationContext) gateway).getWebServer().getPort();
	}

}
