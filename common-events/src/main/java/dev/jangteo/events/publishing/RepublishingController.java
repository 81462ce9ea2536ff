package dev.jangteo.events.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets operators publish again. */
@RestController
@RequestMapping("/api/v1/ops/notifications/republish")
class RepublishingController {

	private static final int DEFAULT_PER_SECOND = 500;

	private static final int MOST_IDS = 10_000;

	private final Republishing republishing;

	RepublishingController(Republishing republishing) {
		this.republishing = republishing;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	Republishing.Progress begin(@RequestBody Form form) {
		try {
			return find(republishing.begin(form.selection()));
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage(), ex);
		}
	}

	@GetMapping
	Page list() {
		return new Page(republishing.list());
	}

	@GetMapping("/{id}")
	Republishing.Progress find(@PathVariable UUID id) {
		return republishing.find(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such republication"));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void stop(@PathVariable UUID id) {
		if (!republishing.stop(id)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such republication is running");
		}
	}

	record Page(List<Republishing.Progress> items) {
	}

	/**
	 * What to publish again.
	 *
	 * @param aggregate needed with ids; alone it means all of that aggregate
	 * @param ids ids of aggregates
	 * @param type full type of the notifications, as far back as the log goes
	 * @param from beginning of a time range
	 * @param to end of a time range, exclusive
	 * @param all must be true if nothing else is said
	 * @param perSecond at most this many per second
	 */
	record Form(@Nullable String aggregate, @Nullable Set<UUID> ids, @Nullable String type, @Nullable Instant from,
			@Nullable Instant to, @Nullable Boolean all, @Nullable Integer perSecond) {

		Republishing.Selection selection() {
			var wanted = (ids != null) ? ids : Set.<UUID>of();
			if (!wanted.isEmpty() && aggregate == null) {
				throw new IllegalArgumentException("Ids need an aggregate");
			}
			if (wanted.size() > MOST_IDS) {
				throw new IllegalArgumentException("At most " + MOST_IDS + " ids");
			}
			if (!Boolean.TRUE.equals(all) && wanted.isEmpty() && aggregate == null && type == null && from == null
					&& to == null) {
				throw new IllegalArgumentException("Nothing selected; say all to publish everything again");
			}
			int pace = (perSecond != null) ? perSecond : DEFAULT_PER_SECOND;
			if (pace < 1 || pace > 100_000) {
				throw new IllegalArgumentException("perSecond is between 1 and 100000");
			}
			return new Republishing.Selection(aggregate, wanted, type, from, to, pace);
		}

	}

}
