package dev.jangteo.review.support;

import java.util.ArrayList;

import dev.jangteo.review.ReviewServiceApplication;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service once more, on the same database and the same Redis.
 */
public final class SecondInstance {

	private static final class Running {

		private static final ConfigurableApplicationContext INSTANCE = start();

		private static ConfigurableApplicationContext start() {
			var arguments = ServiceTests.properties()
				.entrySet()
				.stream()
				.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
				.toList();
			var all = new ArrayList<>(arguments);
			all.add("--server.port=0");
			all.add("--spring.jmx.enabled=false");
			var instance = new SpringApplicationBuilder(ReviewServiceApplication.class, CrashingRedis.Wrapping.class)
				.web(WebApplicationType.SERVLET)
				.profiles("local")
				.run(all.toArray(String[]::new));
			Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
			return instance;
		}

	}

	private SecondInstance() {
	}

	public static int port() {
		return Running.INSTANCE.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	public static <T> T bean(Class<T> type) {
		return Running.INSTANCE.getBean(type);
	}

}
