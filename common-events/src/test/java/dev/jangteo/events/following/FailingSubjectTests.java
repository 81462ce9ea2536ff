package dev.jangteo.events.following;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FailingSubjectTests extends FollowingTest {

	private static final String LETTERS = "/api/v1/ops/dead-letters";

	@Test
	void aSubjectTheFollowerCannotApplyHoldsUpNoOtherAndIsReplayedFromTheDeadLetters() {
		var bad = things.make("bad");
		copy.poison.add(bad);
		things.change(bad, "worse");
		var good = things.make("good");

		await().untilAsserted(() -> assertThat(copy.all()).containsKey(good));
		await().untilAsserted(() -> assertThat(deadLetters()).contains(bad.toString()));
		assertThat(deadLetter(bad)).containsEntry("version", 2)
			.containsEntry("attempts", 3)
			.containsEntry("dead", true);
		await().untilAsserted(() -> assertThat(gauge("dead.letters", "thing_copy")).isPositive());

		copy.poison.clear();
		assertThat(post(LETTERS + "/thing_copy/" + bad + "/replay")).isEqualTo(202);
		await().untilAsserted(() -> assertThat(copy.all()).containsEntry(bad, "2 worse"));
		await().untilAsserted(() -> assertThat(deadLetters()).doesNotContain(bad.toString()));
	}

	@Test
	void aSubjectTheOwnerFailsOnIsToldApartFromTheOthersOfItsBulk() {
		var bad = things.make("bad");
		faults.breaksOn = uri -> uri.contains(bad.toString());
		things.change(bad, "worse");
		var good = things.make("good");

		await().untilAsserted(() -> assertThat(copy.all()).containsKey(good));
		await().untilAsserted(() -> assertThat(deadLetters()).contains(bad.toString()));
		assertThat(delete(LETTERS + "/thing_copy/" + bad)).isEqualTo(204);
		assertThat(delete(LETTERS + "/thing_copy/" + bad)).isEqualTo(404);
		assertThat(deadLetters()).doesNotContain(bad.toString());
	}

	@Test
	void aLaterSuccessTakesADeadLetterAway() {
		var bad = things.make("bad");
		copy.poison.add(bad);
		things.change(bad, "worse");
		await().untilAsserted(() -> assertThat(deadLetters()).contains(bad.toString()));

		copy.poison.clear();
		things.change(bad, "good again");
		await().untilAsserted(() -> assertThat(copy.all()).containsEntry(bad, "3 good again"));
		await().untilAsserted(() -> assertThat(deadLetters()).doesNotContain(bad.toString()));
	}

	@Test
	void anOwnerThatIsAwayIsAwaitedAndNothingCountsAsFailed() {
		faults.away = true;
		var failed = counter("consumer.failed", "thing_copy");
		var id = things.make("while away");
		await().until(() -> faults.questions.get() > 3);
		faults.away = false;
		await().untilAsserted(() -> assertThat(copy.all()).containsKey(id));
		assertThat(counter("consumer.failed", "thing_copy")).isEqualTo(failed);
	}

	@Test
	void aCopyWhoseStoreIsAwayIsAwaitedAndNothingCountsAsFailed() {
		copy.away = true;
		var failed = counter("consumer.failed", "thing_copy");
		var id = things.make("while away");
		await().during(Duration.ofMillis(500)).until(() -> !copy.all().containsKey(id));
		copy.away = false;
		await().untilAsserted(() -> assertThat(copy.all()).containsKey(id));
		assertThat(counter("consumer.failed", "thing_copy")).isEqualTo(failed);
	}

	@Test
	void knowsNoSubjectThatDoesNotFail() {
		assertThat(post(LETTERS + "/thing_copy/" + UUID.randomUUID() + "/replay")).isEqualTo(404);
		assertThat(post(LETTERS + "/nobody/" + UUID.randomUUID() + "/replay")).isEqualTo(404);
		assertThat(post(LETTERS + "/thing_copy/no-id/replay")).isEqualTo(400);
	}

	private List<String> deadLetters() {
		return get(LETTERS + "?follower=thing_copy&limit=100", "$.items[*].subject");
	}

}
