package dev.jangteo.events.following;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.jangteo.events.Followers;
import dev.jangteo.events.Notification;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.following.Owner.Heard;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CopyingTests extends FollowingTest {

	@Autowired
	Followers followers;

	@Autowired
	TransactionTemplate transactions;

	@Test
	void asksAgainWhenTheOwnersAnswerIsOlderThanTheNotification() {
		var copied = gadgetCopy("asks_again");
		var id = gadgets.make("old");
		gadgets.change(id, "new");
		faults.oldAnswers.add("""
				{"items": [{"id": "%s", "version": 1, "state": {"name": "old", "weight": 7}}], "next": null}"""
			.formatted(id));

		fixture().copying(copied).on(List.of(heard(id, 2)));

		assertThat(copied.all()).containsEntry(id, "2 new");
		assertThat(counter("consumer.asked.again", "asks_again")).isEqualTo(1);
	}

	@Test
	void keepsASubjectAsFailedWhenTheOwnersAnswerStaysOlder() {
		var copied = gadgetCopy("stays_older");
		var id = gadgets.make("old");
		fixture().copying(copied).on(List.of(heard(id, 9)));
		assertThat(copied.all()).containsEntry(id, "1 old");
		assertThat(failures.find("stays_older", id)).get().returns(9L, FailedSubjects.FailedSubject::version);
	}

	@Test
	void removesWhatTheOwnerDoesNotHaveAnyMore() {
		var copied = gadgetCopy("removes");
		var copying = fixture().copying(copied);
		var id = gadgets.make("gone");
		copying.on(List.of(heard(id, 1)));
		assertThat(copied.all()).containsKey(id);

		gadgets.delete(id);
		copying.on(List.of(heard(id, 2)));
		assertThat(copied.all()).isEmpty();
		// Late and doubled ones change nothing, and cost no question.
		int questions = faults.questions.get();
		copying.on(List.of(heard(id, 1), heard(id, 2)));
		assertThat(faults.questions).hasValue(questions);
		assertThat(counter("consumer.stale", "removes")).isEqualTo(2);
	}

	@Test
	void asksOnceForManyNotificationsOfASubject() {
		var copied = gadgetCopy("asks_once");
		var id = gadgets.make("gadget");
		for (int version = 2; version <= 50; version++) {
			gadgets.change(id, "version " + version);
		}
		int questions = faults.questions.get();
		var batch = new ArrayList<Heard>();
		for (int version = 1; version <= 50; version++) {
			batch.add(heard(id, version));
		}
		fixture().copying(copied).on(batch);
		assertThat(faults.questions).hasValue(questions + 1);
		assertThat(copied.all()).containsEntry(id, "50 version 50");
	}

	@Test
	void endsInTheOwnersStateAfterAnyHistory() throws InterruptedException, ExecutionException {
		long seed = new Random().nextLong();
		System.out.println("CopyingTests seed " + seed);
		var random = new Random(seed);
		var copied = gadgetCopy("any_history");
		var copying = fixture().copying(copied);
		var subjects = new ArrayList<UUID>();
		var lost = new ArrayList<Heard>();
		var delayed = new ArrayList<Heard>();
		for (int i = 0; i < 25; i++) {
			subjects.add(UuidV7.next());
		}
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var running = new ArrayList<Future<?>>();
			for (int round = 0; round < 40; round++) {
				var batch = new ArrayList<Heard>();
				for (int i = 0; i < 12; i++) {
					var heard = happens(subjects.get(random.nextInt(subjects.size())), random);
					switch (random.nextInt(8)) {
						case 0 -> lost.add(heard);
						case 1 -> delayed.add(heard);
						case 2 -> {
							// Skipped for good: a later version of the subject tells the
							// same.
						}
						case 3 -> Collections.addAll(batch, heard, heard);
						default -> batch.add(heard);
					}
				}
				if (random.nextInt(3) == 0) {
					batch.addAll(delayed);
					delayed.clear();
				}
				Collections.shuffle(batch, random);
				running.add(threads.submit(() -> copying.on(batch)));
			}
			for (var one : running) {
				one.get();
			}
		}
		lost.addAll(delayed);
		subjects.forEach(subject -> lost.add(heard(subject, gadgets.change(subject, "last"))));
		// Every third ends deleted.
		for (int i = 0; i < subjects.size(); i += 3) {
			lost.add(heard(subjects.get(i), gadgets.delete(subjects.get(i))));
		}
		Collections.shuffle(lost, random);
		copying.on(lost.subList(0, lost.size() / 2));
		copying.on(lost.subList(lost.size() / 2, lost.size()));

		var expected = gadgets.all();
		expected.keySet().retainAll(subjects);
		assertThat(copied.all()).as("seed %d", seed).isEqualTo(expected);
	}

	@Test
	void bringsASubjectTheCopyDoesNotKnowYet() {
		var id = things.make("new");
		assertThat(followers.bring("thing_copy", List.of(id))).isTrue();
		assertThat(copy.all()).containsKey(id);
		assertThat(followers.bring("thing_copy", List.of(UuidV7.next()))).isFalse();
	}

	@Test
	void bringsNothingWithinATransactionOrFromAnOwnerThatIsAway() {
		assertThatIllegalStateException().isThrownBy(
				() -> transactions.executeWithoutResult(_ -> followers.bring("thing_copy", List.of(UuidV7.next()))));
		faults.away = true;
		assertThatExceptionOfType(OwnerUnavailable.class)
			.isThrownBy(() -> followers.bring("thing_copy", List.of(UuidV7.next())));
	}

	private Heard happens(UUID subject, Random random) {
		var version = (random.nextInt(5) == 0) ? gadgets.delete(subject)
				: gadgets.change(subject, "name " + random.nextInt(1000));
		return heard(subject, version);
	}

	private static Heard heard(UUID subject, long version) {
		return new Heard(new Notification(UuidV7.next(), "/things-service", "dev.jangteo.gadget.changed", subject,
				version, Instant.now()), null);
	}

}
