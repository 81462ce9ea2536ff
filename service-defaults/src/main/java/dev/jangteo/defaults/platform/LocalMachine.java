package dev.jangteo.defaults.platform;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.env.Environment;

/**
 * The whole platform on one machine: who listens where, shifted by
 * {@code JANGTEO_PORT_OFFSET}. Only the profile {@code local} reads it.
 */
final class LocalMachine {

	/** Every default secret begins with this, so that it is known when it strays. */
	static final String SECRET_PREFIX = "local-only-";

	private static final Map<String, Integer> SERVICES = services();

	private static final int POSTGRES = 15432;

	private static final int KAFKA = 19092;

	private static final int REDIS = 16379;

	private static final int OPENSEARCH = 19200;

	private static final int STORAGE = 19000;

	private LocalMachine() {
	}

	static Map<String, Object> settings(Environment environment) {
		var offset = environment.getProperty("JANGTEO_PORT_OFFSET", Integer.class, 0);
		var name = environment.getProperty("spring.application.name", "");
		var settings = new HashMap<String, Object>();
		settings.put("server.address", "127.0.0.1");
		SERVICES.forEach((service, port) -> {
			var url = "http://127.0.0.1:" + (port + offset);
			settings.put("jangteo.clients.%s.url".formatted(service), url);
			if (name.equals(service) || name.equals(service + "-service")) {
				settings.put("server.port", port + offset);
			}
			if ("member".equals(service)) {
				settings.put("jangteo.security.jwks-uri", url + "/.well-known/jwks.json");
			}
		});
		var database = name.replace('-', '_');
		settings.put("spring.datasource.url",
				"jdbc:postgresql://127.0.0.1:%d/%s".formatted(POSTGRES + offset, database));
		settings.put("spring.datasource.username", database);
		settings.put("spring.datasource.password", SECRET_PREFIX + database);
		settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + (KAFKA + offset));
		settings.put("spring.data.redis.url", "redis://127.0.0.1:" + (REDIS + offset));
		settings.put("jangteo.opensearch.url", "http://127.0.0.1:" + (OPENSEARCH + offset));
		settings.put("jangteo.storage.endpoint", "http://127.0.0.1:" + (STORAGE + offset));
		settings.put("jangteo.security.service-secret", SECRET_PREFIX + "service-secret-of-one-machine");
		return settings;
	}

	private static Map<String, Integer> services() {
		var services = new LinkedHashMap<String, Integer>();
		services.put("gateway", 8080);
		services.put("member", 8081);
		services.put("shop", 8082);
		services.put("order", 8083);
		services.put("payment", 8084);
		services.put("review", 8085);
		services.put("search", 8086);
		services.put("image", 8087);
		services.put("ads", 8088);
		return Map.copyOf(services);
	}

}
