package dev.jangteo.review.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every change of a review, written in the transaction that makes it.
 */
@Component
public class Changes {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Changes(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Appends a change.
	 * @param change what has been done
	 * @param review the review as it is now
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(String change, UUID reviewId, Instant when, Map<String, ? extends @Nullable Object> review) {
		var record = new LinkedHashMap<String, @Nullable Object>();
		record.put("id", UuidV7.next());
		record.put("at", when);
		record.put("change", change);
		record.put("reviewId", reviewId);
		record.putAll(review);
		jdbc.sql("insert into review_changes (review_id, hour, record) values (?, ?, ?::jsonb)")
			.params(reviewId, when.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC),
					json.writeValueAsString(record))
			.update();
	}

	/** Takes fields out of all that was ever written of a review, in files too. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(UUID reviewId, Set<String> fields) {
		jdbc.sql("""
				update review_changes
				set record = record - ?::text[], revision = revision + 1, stored = false
				where review_id = ?
				""").params("{" + String.join(",", fields) + "}", reviewId).update();
	}

}
