package dev.jangteo.events;

import dev.jangteo.events.things.ThingCopy;
import dev.jangteo.events.things.Things;
import dev.jangteo.events.things.ThingsTest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ThingsTest
class MetersTests {

	@Autowired
	Things things;

	@Autowired
	ThingCopy copy;

	@Autowired
	MeterRegistry meters;

	@Test
	void countsWhatIsSentAndResolved() {
		double sent = meters.get("jangteo.events.relay.sent").counter().count();
		double resolved = meters.get("jangteo.events.consumer.resolved")
			.tag("follower", "thing_copy")
			.counter()
			.count();
		var id = things.make("thing");
		await().untilAsserted(() -> assertThat(copy.all()).containsKey(id));
		await().untilAsserted(() -> {
			assertThat(meters.get("jangteo.events.relay.sent").counter().count()).isGreaterThan(sent);
			assertThat(meters.get("jangteo.events.consumer.resolved").tag("follower", "thing_copy").counter().count())
				.isGreaterThan(resolved);
		});
		await().untilAsserted(() -> assertThat(
				meters.get("jangteo.events.consumer.lag").tag("follower", "thing_copy").gauge().value())
			.isZero());
		assertThat(meters.get("jangteo.events.relay.active").gauge().value()).isEqualTo(1);
	}

	@Test
	void showsEverythingAnOperatorAsksFor() {
		assertThat(meters.getMeters()).extracting(Meter::getId)
			.extracting(Meter.Id::getName)
			.contains("jangteo.events.log.unsent.rows", "jangteo.events.log.unsent.seconds",
					"jangteo.events.relay.sent", "jangteo.events.relay.active", "jangteo.events.relay.refused",
					"jangteo.events.parked", "jangteo.events.consumer.lag", "jangteo.events.consumer.resolved",
					"jangteo.events.consumer.stale", "jangteo.events.consumer.failed", "jangteo.events.failing",
					"jangteo.events.dead.letters", "jangteo.events.drift", "jangteo.events.drift.mended",
					"jangteo.events.fill.done", "jangteo.events.fill.total", "jangteo.events.consumer.feed");
	}

}
