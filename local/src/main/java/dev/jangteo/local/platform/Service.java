package dev.jangteo.local.platform;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What has to be known of a service in order to run it.
 *
 * @param name of the module, the application and the process
 * @param port documented, before it is shifted
 * @param database whether it owns a database (named like the module, with underscores)
 * @param busy whether the JVM should compile it as well as it can; the others are ready
 * sooner and smaller without
 * @param heapMegabytes the most it takes for its heap
 * @param managementPort where its health and metrics are, when not on its own port
 * @param environment what it needs beyond what every service is given; {@code ${name}} is
 * replaced by the secret of that name
 */
public record Service(String name, int port, boolean database, boolean busy, int heapMegabytes,
		OptionalInt managementPort, Map<String, String> environment) {

	private static final int HEAP = 176;

	static Service of(String name, int port) {
		return new Service(name, port, true, false, HEAP, OptionalInt.empty(), Map.of());
	}

	Service withoutDatabase() {
		return new Service(this.name, this.port, false, this.busy, this.heapMegabytes, this.managementPort,
				this.environment);
	}

	Service whichIsBusy() {
		return new Service(this.name, this.port, this.database, true, this.heapMegabytes, this.managementPort,
				this.environment);
	}

	Service withHeap(int megabytes) {
		return new Service(this.name, this.port, this.database, this.busy, megabytes, this.managementPort,
				this.environment);
	}

	Service with(Map<String, String> environment) {
		return new Service(this.name, this.port, this.database, this.busy, this.heapMegabytes, this.managementPort,
				environment);
	}

	Service managedOn(int port) {
		return new Service(this.name, this.port, this.database, this.busy, this.heapMegabytes, OptionalInt.of(port),
				this.environment);
	}

	String databaseName() {
		return this.name.replace('-', '_');
	}

	/**
	 * What the others call it in their settings: {@code ORDER} for order-service.
	 */
	String key() {
		return this.name.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
	}

}
