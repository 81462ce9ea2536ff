package dev.jangteo.events.publishing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the log to other services. */
@RestController
class FeedController {

	private static final int MOST = 2000;

	private final Feed feed;

	private final String source;

	FeedController(Feed feed, String source) {
		this.feed = feed;
		this.source = source;
	}

	@GetMapping("/internal/notifications")
	Page page(@RequestParam @Nullable String after, @RequestParam @Nullable Instant since,
			@RequestParam(defaultValue = "500") int limit) throws InterruptedException {
		long start = start(after, since);
		if (feed.forgot(start)) {
			throw new ResponseStatusException(HttpStatus.GONE, "The notifications after this cursor are kept no more");
		}
		var rows = feed.after(start, Math.clamp(limit, 1, MOST));
		long next = rows.isEmpty() ? start : rows.getLast().position();
		return new Page(rows.stream().map(row -> Event.of(row, source)).toList(), String.valueOf(next));
	}

	private long start(@Nullable String after, @Nullable Instant since) {
		if (after != null) {
			var position = Feed.position(after);
			if (position == null) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a cursor of this feed");
			}
			return position;
		}
		return Math.max(feed.start(), (since != null) ? feed.before(since) : 0);
	}

	/**
	 * A page.
	 *
	 * @param next cursor of the next page, which may be empty as yet
	 */
	record Page(List<Event> items, String next) {
	}

	/** The CloudEvent of a row, and the trace it came from. */
	record Event(String specversion, UUID id, String source, String type, UUID subject, long subjectversion,
			Instant time, @Nullable String traceparent) {

		static Event of(LogRow row, String source) {
			var event = row.notification(source);
			return new Event("1.0", event.id(), source, event.type(), event.subject(), event.subjectVersion(),
					event.time(), row.traceparent());
		}

	}

}
