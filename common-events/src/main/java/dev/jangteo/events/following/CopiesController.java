package dev.jangteo.events.following;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows operators how the copies do. */
@RestController
@RequestMapping("/api/v1/ops/copies")
class CopiesController {

	private final Copies copies;

	CopiesController(Copies copies) {
		this.copies = copies;
	}

	@GetMapping
	Page list() {
		return new Page(copies.all().stream().map(Copy::of).toList());
	}

	@GetMapping("/{name}")
	Copy find(@PathVariable String name) {
		return Copy.of(following(name));
	}

	@PostMapping("/{name}/fill")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void fill(@PathVariable String name) {
		following(name).fillAgain();
	}

	private Following<?> following(String name) {
		return copies.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such copy"));
	}

	record Page(List<Copy> items) {
	}

	/**
	 * A copy.
	 *
	 * @param heardThrough KAFKA or FEED
	 * @param caughtUp when it was last known to be up to date
	 * @param failing subjects that are retried
	 * @param deadLetters subjects that are not any more
	 */
	record Copy(String name, String aggregate, String owner, String heardThrough, @Nullable Instant caughtUp, Fill fill,
			long failing, long deadLetters) {

		static Copy of(Following<?> following) {
			var followed = following.followed();
			var progress = following.filling().progress();
			var failing = following.meters().failing();
			return new Copy(followed.name(), followed.aggregate(), followed.owner(),
					following.readsFeed() ? "FEED" : "KAFKA", following.caughtUp(),
					new Fill(progress.state(), progress.done(), progress.total()), failing.retried(), failing.dead());
		}

	}

	record Fill(Filling.State state, long done, long total) {
	}

}
