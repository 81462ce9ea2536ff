package dev.jangteo.gateway.routing;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Where the services are, by the configuration alone.
 */
@Component
public class Backends {

	private final Map<String, URI> origins = new TreeMap<>();

	Backends(RoutingSettings settings) {
		settings.clients().forEach((name, client) -> {
			if (client.url() != null) {
				origins.put(name, Origins.check(client.url()));
			}
		});
	}

	/**
	 * The origin of a service, or null if it is not part of this installation.
	 */
	public @Nullable URI origin(String service) {
		return origins.get(service);
	}

	public Map<String, URI> all() {
		return origins;
	}

}
