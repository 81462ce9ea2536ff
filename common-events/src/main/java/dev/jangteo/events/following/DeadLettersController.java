package dev.jangteo.events.following;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.jangteo.events.following.FailedSubjects.FailedSubject;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets operators see, replay and drop the subjects that failed too often, and see those
 * still retried.
 */
@RestController
@RequestMapping("/api/v1/ops/dead-letters")
class DeadLettersController {

	private final Copies copies;

	private final FailedSubjects failures;

	DeadLettersController(Copies copies, FailedSubjects failures) {
		this.copies = copies;
		this.failures = failures;
	}

	/**
	 * One page of one follower's, or the first of each follower's.
	 * @param follower the follower; needed with a cursor
	 * @param retried those that are still retried instead of the dead ones
	 */
	@GetMapping
	Page list(@RequestParam @Nullable String follower, @RequestParam(defaultValue = "false") boolean retried,
			@RequestParam @Nullable UUID cursor, @RequestParam(defaultValue = "20") int limit) {
		int size = Math.clamp(limit, 1, 100);
		if (follower != null) {
			var found = failures.list(require(follower), !retried, cursor, size);
			var next = (found.size() < size) ? null : found.getLast().subject();
			return new Page(found.stream().map(this::letter).toList(), next);
		}
		var first = new ArrayList<Letter>();
		for (Following<?> following : copies.all()) {
			failures.list(following.followed().name(), !retried, null, size).forEach(one -> first.add(letter(one)));
		}
		return new Page(first.subList(0, Math.min(size, first.size())), null);
	}

	@GetMapping("/{follower}/{subject}")
	Letter find(@PathVariable String follower, @PathVariable UUID subject) {
		return letter(failures.find(require(follower), subject).orElseThrow(DeadLettersController::unknown));
	}

	@PostMapping("/{follower}/{subject}/replay")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void replay(@PathVariable String follower, @PathVariable UUID subject) {
		if (!failures.replay(require(follower), subject)) {
			throw unknown();
		}
	}

	/**
	 * Replays all of a follower's, in bulks so that a great many do not come due at once.
	 */
	@PostMapping("/{follower}/replay")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Replayed replayAll(@PathVariable String follower) {
		long count = 0;
		var dead = failures.list(require(follower), true, null, 100);
		while (!dead.isEmpty()) {
			count += dead.stream().filter(one -> failures.replay(follower, one.subject())).count();
			dead = failures.list(follower, true, dead.getLast().subject(), 100);
		}
		return new Replayed(count);
	}

	@DeleteMapping("/{follower}/{subject}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void drop(@PathVariable String follower, @PathVariable UUID subject) {
		if (!failures.drop(require(follower), subject)) {
			throw unknown();
		}
	}

	private String require(String follower) {
		return copies.find(follower)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such follower"))
			.followed()
			.name();
	}

	private Letter letter(FailedSubject failed) {
		var held = copies.find(failed.follower())
			.map(following -> following.copying().heldOf(List.of(failed.subject())).get(failed.subject()))
			.orElse(null);
		return new Letter(failed.follower(), failed.subject(), failed.version(), held, failed.attempts(),
				failed.error(), failed.dead(), failed.failedAt(), failed.dead() ? null : failed.dueAt());
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, "This subject is not known to fail");
	}

	record Page(List<Letter> items, @Nullable UUID nextCursor) {
	}

	/**
	 * A subject that failed.
	 *
	 * @param version the newest version heard of
	 * @param heldVersion the version the copy has
	 */
	record Letter(String follower, UUID subject, long version, @Nullable Long heldVersion, int attempts, String error,
			boolean dead, Instant failedAt, @Nullable Instant dueAt) {
	}

	record Replayed(long count) {
	}

}
