package dev.jangteo.review.reviews;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets shoppers say that a review is helpful, or that something is wrong with it. Each
 * once; to say it again changes nothing.
 */
@Service
public class MarkReview {

	private final Reviews reviews;

	private final JdbcClient jdbc;

	private final Clock clock;

	MarkReview(Reviews reviews, JdbcClient jdbc, Clock clock) {
		this.reviews = reviews;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional
	public void helpful(UUID member, UUID id) {
		var review = visible(id);
		if (review.isOf(member)) {
			throw Problem.rule("OWN_REVIEW", "One's own review is not marked as helpful.");
		}
		var added = jdbc.sql("insert into helpful_marks (review_id, member_id) values (?, ?) on conflict do nothing")
			.params(id, member)
			.update();
		if (added > 0) {
			reviews.countHelpful(review, 1);
		}
	}

	@Transactional
	public void notHelpful(UUID member, UUID id) {
		var review = visible(id);
		var removed = jdbc.sql("delete from helpful_marks where review_id = ? and member_id = ?")
			.params(id, member)
			.update();
		if (removed > 0) {
			reviews.countHelpful(review, -1);
		}
	}

	@Transactional
	public void report(UUID member, UUID id, ReportReason reason, @Nullable String note) {
		visible(id);
		var added = jdbc.sql("""
				insert into reports (review_id, member_id, reason, note, reported_at)
				values (?, ?, ?, ?, ?)
				on conflict do nothing
				""")
			.param(id)
			.param(member)
			.param(reason.name())
			.param(note)
			.param(clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (added > 0) {
			jdbc.sql("update reviews set reports = reports + 1 where id = ?").param(id).update();
		}
	}

	private Review visible(UUID id) {
		return reviews.lock(id).filter(Review::isShown).orElseThrow(() -> Problem.notFound("review"));
	}

	/** What can be wrong. */
	public enum ReportReason {

		SPAM, ABUSE, PERSONAL_DATA, NOT_ABOUT_THE_ORDER, OTHER

	}

}
