package dev.jangteo.events.following;

import java.util.Map;

import dev.jangteo.events.following.Filling.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FillingTests extends FollowingTest {

	@ParameterizedTest
	@ValueSource(strings = { "pages", "topic" })
	void aFollowerThatJoinsLaterFillsItsCopyAndFollows(String way) {
		for (int i = 0; i < 30; i++) {
			gadgets.make("before");
		}
		var gone = gadgets.make("gone");
		gadgets.delete(gone);
		var name = "joins_later_" + way;
		var copied = gadgetCopy(name);
		var following = fixture().following(copied, Map.of("fill.way", way));
		following.start();
		try {
			var meanwhile = gadgets.make("meanwhile");
			await().untilAsserted(() -> {
				assertThat(following.filling().progress().state()).isEqualTo(State.DONE);
				assertThat(copied.all()).isEqualTo(gadgets.all()).containsKey(meanwhile).doesNotContainKey(gone);
			});
			assertThat(gauge("fill.done", name)).isEqualTo(gauge("fill.total", name)).isGreaterThanOrEqualTo(30);
		}
		finally {
			following.stop();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pages", "topic" })
	void aFollowerThatLostItsStoreFillsItAgain(String way) {
		gadgets.make("before");
		var name = "lost_its_store_" + way;
		var copied = gadgetCopy(name);
		var first = fixture().following(copied, Map.of("fill.way", way));
		first.start();
		await().untilAsserted(() -> assertThat(copied.all()).isEqualTo(gadgets.all()));
		first.stop();

		copied.tamper("truncate %s");
		var second = fixture().following(copied, Map.of("fill.way", way));
		second.start();
		try {
			var later = gadgets.make("later");
			await().untilAsserted(() -> assertThat(copied.all()).isEqualTo(gadgets.all()).containsKey(later));
		}
		finally {
			second.stop();
		}
	}

	@Test
	void aFillingThatWasInterruptedGoesOnWhereItWas() {
		for (int i = 0; i < 45; i++) {
			gadgets.make("before");
		}
		var copied = gadgetCopy("interrupted");
		// The second page never comes.
		faults.breaksOn = uri -> uri.contains("/internal/gadgets?") && uri.contains("after=");
		var first = fixture().following(copied, Map.of("fill.way", "pages"));
		first.start();
		await().until(() -> first.filling().progress().done() == 20);
		first.stop();
		faults.heal();

		var second = fixture().following(copied, Map.of("fill.way", "pages"));
		second.start();
		try {
			await().untilAsserted(() -> assertThat(copied.all()).isEqualTo(gadgets.all()));
			await().until(() -> second.filling().progress().state() == State.DONE);
		}
		finally {
			second.stop();
		}
	}

	@Test
	void anOwnerThatIsAwayIsAwaited() {
		gadgets.make("before");
		faults.away = true;
		var copied = gadgetCopy("owner_away");
		var following = fixture().following(copied, Map.of("fill.way", "pages"));
		following.start();
		try {
			int questions = faults.questions.get();
			await().until(() -> faults.questions.get() > questions + 1);
			faults.away = false;
			await().untilAsserted(() -> assertThat(copied.all()).isEqualTo(gadgets.all()));
		}
		finally {
			following.stop();
		}
	}

	@Test
	void operatorsSeeHowFarItIs() {
		Map<String, Object> shown = get("/api/v1/ops/copies/thing_copy", "$");
		assertThat(shown).containsEntry("aggregate", "thing").containsEntry("owner", "things").containsKey("fill");
		assertThat(post("/api/v1/ops/copies/nobody/fill")).isEqualTo(404);
		assertThat(post("/api/v1/ops/copies/thing_copy/fill")).isEqualTo(202);
		await().untilAsserted(() -> assertThat(copy.all()).isEqualTo(things.all()));
	}

}
