package dev.jangteo.events;

import java.time.Duration;

import dev.jangteo.events.things.ThingCopy;
import dev.jangteo.events.things.Things;
import dev.jangteo.events.things.ThingsTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ThingsTest
class FollowingThingsTests {

	@Autowired
	Things things;

	@Autowired
	ThingCopy copy;

	@Test
	void copiesWhatIsMadeChangedAndDeleted() {
		var kept = things.make("kept");
		var gone = things.make("gone");
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(copy.all()).containsKeys(kept, gone));

		things.change(kept, "changed");
		things.delete(gone);
		await().untilAsserted(() -> assertThat(copy.all()).containsEntry(kept, "2 changed").doesNotContainKey(gone));
	}

}
