package dev.jangteo.events.publishing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

/** Lets operators see what could not be sent, and send it again. */
@RestController
@RequestMapping("/api/v1/ops/notifications/parked")
class ParkedController {

	private final Parked parked;

	ParkedController(Parked parked) {
		this.parked = parked;
	}

	@GetMapping
	Page list(@RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "20") int limit) {
		var size = Math.clamp(limit, 1, 100);
		var found = parked.list(cursor, size);
		var next = (found.size() < size) ? null : String.valueOf(found.getLast().row().position());
		return new Page(found.stream().map(Representation::of).toList(), next, parked.count());
	}

	@PostMapping("/{position}/resend")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void resend(@PathVariable long position) {
		require(parked.resend(position));
	}

	@DeleteMapping("/{position}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void drop(@PathVariable long position) {
		require(parked.drop(position));
	}

	private static void require(boolean found) {
		if (!found) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such notification is parked");
		}
	}

	record Page(List<Representation> items, @Nullable String nextCursor, long total) {
	}

	record Representation(long position, UUID id, String aggregate, String change, UUID subject, long subjectVersion,
			Instant time, String error, Instant parkedAt) {

		static Representation of(Parked.Notice notice) {
			var row = notice.row();
			return new Representation(row.position(), row.id(), row.aggregate(), row.change(), row.subject(),
					row.subjectVersion(), row.time(), notice.error(), notice.parkedAt());
		}

	}

}
