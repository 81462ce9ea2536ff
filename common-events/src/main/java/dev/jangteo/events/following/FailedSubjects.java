package dev.jangteo.events.following;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The subjects that failed for themselves. A failure is kept before the notification it
 * came from counts as handled. Each is retried with doubling pauses until the attempts
 * run out; then it is a dead letter, which only an operator or a later success takes
 * away.
 */
interface FailedSubjects {

	/**
	 * A failure found while following. Of a subject known to fail it changes version and
	 * error, nothing else.
	 */
	void failed(String follower, UUID subject, long version, String error);

	/** A retry failed: the pause doubles, or the subject becomes a dead letter. */
	void failedAgain(String follower, UUID subject, long version, String error);

	/** These are right now, whatever they were before. */
	void settled(String follower, Collection<UUID> subjects);

	/** Takes those that are due; nobody else gets them until the lease ends. */
	List<FailedSubject> due(String follower, int limit, Duration lease);

	/** Those that are retried, or the dead letters, by ascending subject. */
	List<FailedSubject> list(String follower, boolean dead, @Nullable UUID after, int limit);

	Optional<FailedSubject> find(String follower, UUID subject);

	Count count(String follower);

	/** Starts over with a subject, due at once; false if it is not known to fail. */
	boolean replay(String follower, UUID subject);

	/** Gives a subject up; false if it is not known to fail. */
	boolean drop(String follower, UUID subject);

	/**
	 * When the next attempt is due and when there is none.
	 *
	 * @param attempts most attempts, the first one included
	 */
	record Pace(int attempts, Duration first, Duration longest) {
	}

	record Count(long retried, long dead) {
	}

	record FailedSubject(String follower, UUID subject, long version, int attempts, String error, boolean dead,
			Instant failedAt, Instant dueAt) {
	}

}
