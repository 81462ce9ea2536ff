package dev.jangteo.events.following;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import dev.jangteo.events.following.FailedSubjects.FailedSubject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The contract of the store, for each of its two forms. */
abstract class FailedSubjectsContract extends FollowingTest {

	static final FailedSubjects.Pace PACE = new FailedSubjects.Pace(3, Duration.ofMillis(50), Duration.ofMillis(80));

	String follower = "f" + UUID.randomUUID();

	UUID subject = UuidV7.next();

	abstract FailedSubjects store();

	abstract FollowerMemory remembering();

	@Test
	void retriesUntilTheAttemptsRunOut() {
		var store = store();
		store.failed(follower, subject, 3, "at first | with a bar");
		assertThat(store.count(follower)).isEqualTo(new FailedSubjects.Count(1, 0));
		assertThat(dueSoon(store)).returns(3L, FailedSubject::version)
			.returns("at first | with a bar", FailedSubject::error)
			.returns(1, FailedSubject::attempts);

		store.failedAgain(follower, subject, 3, "then");
		assertThat(store.find(follower, subject)).get().returns(2, FailedSubject::attempts);
		store.failedAgain(follower, subject, 4, "at last");
		assertThat(store.count(follower)).isEqualTo(new FailedSubjects.Count(0, 1));
		assertThat(store.list(follower, true, null, 10)).singleElement()
			.returns(4L, FailedSubject::version)
			.returns("at last", FailedSubject::error)
			.returns(true, FailedSubject::dead);
		assertThat(store.due(follower, 10, Duration.ofSeconds(1))).isEmpty();
	}

	@Test
	void givesADueSubjectToOneOnly() {
		var store = store();
		store.failed(follower, subject, 1, "error");
		dueSoon(store);
		assertThat(store.due(follower, 10, Duration.ofSeconds(30))).isEmpty();
	}

	@Test
	void anotherFailureOnTheWayDoesNotCountAsAnAttempt() {
		var store = store();
		store.failed(follower, subject, 5, "first");
		for (int i = 0; i < 10; i++) {
			store.failed(follower, subject, 4, "again");
		}
		assertThat(store.find(follower, subject)).get()
			.returns(1, FailedSubject::attempts)
			.returns(5L, FailedSubject::version)
			.returns("again", FailedSubject::error)
			.returns(false, FailedSubject::dead);
	}

	@Test
	void replaysADeadLetterAtOnce() {
		var store = store();
		store.failed(follower, subject, 1, "error");
		store.failedAgain(follower, subject, 1, "error");
		store.failedAgain(follower, subject, 1, "error");
		assertThat(store.replay(follower, subject)).isTrue();
		assertThat(store.due(follower, 10, Duration.ofSeconds(1))).hasSize(1);
		assertThat(store.count(follower)).isEqualTo(new FailedSubjects.Count(1, 0));
		assertThat(store.replay(follower, UuidV7.next())).isFalse();
	}

	@Test
	void forgetsWhatIsSettledOrDropped() {
		var store = store();
		var other = UuidV7.next();
		store.failed(follower, subject, 1, "error");
		store.failed(follower, other, 1, "error");
		store.settled(follower, List.of(subject));
		assertThat(store.find(follower, subject)).isEmpty();
		assertThat(store.drop(follower, other)).isTrue();
		assertThat(store.drop(follower, other)).isFalse();
		assertThat(store.count(follower)).isEqualTo(new FailedSubjects.Count(0, 0));
		// A retry that ends after that does not bring it back.
		store.failedAgain(follower, subject, 1, "late");
		assertThat(store.find(follower, subject)).isEmpty();
	}

	@Test
	void listsInPages() {
		var store = store();
		for (int i = 0; i < 5; i++) {
			store.failed(follower, UuidV7.next(), 1, "error");
		}
		var first = store.list(follower, false, null, 3);
		var second = store.list(follower, false, first.getLast().subject(), 3);
		assertThat(first).hasSize(3);
		assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
	}

	@Test
	void remembersTheLastOfEachItem() {
		var memory = remembering();
		assertThat(memory.recall(follower, "item")).isEmpty();
		memory.remember(follower, "item", "one");
		memory.remember(follower, "item", "two");
		assertThat(memory.recall(follower, "item")).contains("two");
	}

	private FailedSubject dueSoon(FailedSubjects store) {
		return await().until(() -> store.due(follower, 10, Duration.ofSeconds(30)), due -> !due.isEmpty()).getFirst();
	}

}
