package dev.jangteo.events.following;

import java.util.HashMap;
import java.util.Map;

import dev.jangteo.events.OwnerClients;
import dev.jangteo.events.things.Thing;
import dev.jangteo.events.things.ThingCopy;
import dev.jangteo.events.wire.BrokerWatch;
import dev.jangteo.events.wire.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Sets up followers besides those of the context, as a service that comes later would.
 */
record Fixture(OwnerClients clients, FailedSubjects failures, FollowerMemory memory, BrokerWatch broker, Traces traces,
		MeterRegistry meters, ConsumerFactory<?, ?> consumers) {

	static FollowingSettings settings(Map<String, String> changed) {
		var properties = new HashMap<>(Map.of("jangteo.events.fill.page", "20",
				"jangteo.events.reconciliation.confirm-after", "200ms", "jangteo.events.consumer.asks", "2"));
		changed.forEach((name, value) -> properties.put("jangteo.events." + name, value));
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("jangteo.events",
				FollowingSettings.class);
	}

	Following<Thing.Copied> following(ThingCopy copy, Map<String, String> changed) {
		var tools = new Following.Tools("fixture", settings(changed), consumers.getConfigurationProperties(), failures,
				memory, broker, traces, meters);
		return new Following<>(copy, owner(copy), tools);
	}

	Owner<Thing.Copied> owner(ThingCopy copy) {
		return new Owner<>(copy.followed(), clients, traces, JsonMapper.shared());
	}

	Copying<Thing.Copied> copying(ThingCopy copy) {
		return new Copying<>(copy, owner(copy), failures, settings(Map.of()).consumer(), traces,
				new CopyMeters(meters, copy.followed().name()));
	}

}
