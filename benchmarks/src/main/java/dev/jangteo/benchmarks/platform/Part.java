package dev.jangteo.benchmarks.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * What a benchmark may need of the platform; each is started only if one needs it.
 */
public enum Part {

	POSTGRES, KAFKA, REDIS, OPENSEARCH, STORAGE, PROVIDER, SHOP("shop-service"), ORDER("order-service"),
	PAYMENT("payment-service"), SEARCH("search-service"), GATEWAY("gateway");

	private final Optional<String> module;

	Part() {
		this.module = Optional.empty();
	}

	Part(String module) {
		this.module = Optional.of(module);
	}

	/**
	 * The module of a service.
	 */
	Optional<String> module() {
		return this.module;
	}

	/**
	 * Its name for people.
	 */
	public String words() {
		return this.module.orElse(name().toLowerCase(Locale.ROOT));
	}

	/**
	 * The service's key in {@code jangteo.clients}.
	 */
	String key() {
		return name();
	}

	/**
	 * The name of the service's database and its role.
	 */
	public String database() {
		return this.module.orElseThrow().replace('-', '_');
	}

}
