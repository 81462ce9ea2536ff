package dev.jangteo.defaults.clients;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code jangteo.clients}.
 *
 * @param clients the neighbours by name
 */
@ConfigurationProperties("jangteo")
record ClientsSettings(@DefaultValue Map<String, Neighbour> clients) {

	Neighbour named(String name) {
		var neighbour = this.clients.get(name);
		if (neighbour == null || neighbour.url() == null) {
			throw new IllegalArgumentException("'jangteo.clients.%s.url' is missing".formatted(name));
		}
		return neighbour;
	}

	/**
	 * A neighbour.
	 *
	 * @param url where it is
	 * @param service its {@code spring.application.name}, {@code <name>-service} if not
	 * given
	 * @param connectTimeout how long a connection may take
	 * @param readTimeout how long a call may take in all
	 * @param concurrentCalls how many calls may run at once
	 * @param bulkheadWait how long a call waits for its turn when so many run
	 * @param openFor how long the breaker stays open before it tries again
	 */
	record Neighbour(@Nullable URI url, @Nullable String service, @DefaultValue("500ms") Duration connectTimeout,
			@DefaultValue("2s") Duration readTimeout, @DefaultValue("32") int concurrentCalls,
			@DefaultValue("50ms") Duration bulkheadWait, @DefaultValue("1s") Duration openFor) {

		String service(String name) {
			return Objects.requireNonNullElse(this.service, name + "-service");
		}

	}

}
