package dev.jangteo.review.reviews;

import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.review.reviews.Review.Standing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an operator take reviews out of sight and bring them back.
 */
@Service
public class ModerateReview {

	private final Reviews reviews;

	private final JdbcClient jdbc;

	ModerateReview(Reviews reviews, JdbcClient jdbc) {
		this.reviews = reviews;
		this.jdbc = jdbc;
	}

	/** Hides it; it is all the same when it is out of sight already. */
	@Transactional
	public Review hide(UUID id, String reason) {
		var review = lock(id);
		return reviews.change(review, review.with(Standing.HIDDEN, reason), "hidden");
	}

	/** Shows it again; what was reported until now is settled. */
	@Transactional
	public Review restore(UUID id) {
		var review = lock(id);
		jdbc.sql("update reviews set reports = 0 where id = ?").param(id).update();
		if (review.isShown()) {
			return review;
		}
		return reviews.change(review, review.with(Standing.SHOWN, null), "restored");
	}

	private Review lock(UUID id) {
		return reviews.lock(id).orElseThrow(() -> Problem.notFound("review"));
	}

}
