package dev.jangteo.events.publishing;

import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.jangteo.events.wire.BrokerWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * A relay as a process of its own, which tests may kill. Prints a line whenever it
 * becomes or ceases to be active.
 */
final class RelayProcess {

	private RelayProcess() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		Map<String, Object> kafka = Map.of("bootstrap.servers", arguments[3]);
		var settings = new PublishingSettings.Relay(true, 200, Duration.ofMillis(50), Duration.ofMillis(500),
				Duration.ofSeconds(4), 3, Duration.ofDays(7), 7);
		var broker = new BrokerWatch(kafka, Duration.ofSeconds(2), Clock.systemUTC());
		broker.start();
		var relay = new Relay(settings, () -> DriverManager.getConnection(arguments[0], arguments[1], arguments[2]),
				() -> Sender.open(kafka, "/parcels"), broker, () -> true, new SimpleMeterRegistry());
		relay.start();
		boolean active = false;
		while (true) {
			if (relay.active() != active) {
				active = relay.active();
				System.out.println(active ? "ACTIVE" : "STANDBY");
			}
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

}
