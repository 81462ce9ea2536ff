package dev.jangteo.review.reviews;

import java.time.Clock;
import java.util.UUID;

import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Problem;
import dev.jangteo.review.reviews.Review.Reply;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the owner of the shop answer, once, and edit the answer.
 */
@Service
public class ReplyToReview {

	private final Reviews reviews;

	private final Clock clock;

	ReplyToReview(Reviews reviews, Clock clock) {
		this.reviews = reviews;
		this.clock = clock;
	}

	/**
	 * Answers.
	 * @throws Problem 404 when it is not a review of the owner's shop that he can see,
	 * 409 when it is answered
	 */
	@Transactional
	public Review reply(UUID owner, UUID id, String text) {
		var review = ofShopOf(owner, id);
		if (review.reply() != null) {
			throw Problem.conflict("already-replied", "This review has its reply. Edit that one.");
		}
		return reviews.change(review, review.with(new Reply(Mask.mask(text), clock.instant(), null)), "replied");
	}

	/**
	 * Edits the answer.
	 * @throws Problem 404 also when there is no answer yet, 412 when the review is at
	 * another version
	 */
	@Transactional
	public Review edit(UUID owner, UUID id, long seen, String text) {
		var review = ofShopOf(owner, id);
		var reply = review.reply();
		if (reply == null) {
			throw Problem.notFound("reply");
		}
		ETags.check(review.version(), seen);
		var masked = Mask.mask(text);
		if (masked.equals(reply.text())) {
			return review;
		}
		return reviews.change(review, review.with(reply.edited(masked, clock.instant())), "reply-edited");
	}

	private Review ofShopOf(UUID owner, UUID id) {
		return reviews.lock(id)
			.filter(Review::isShown)
			.filter((review) -> review.occasion().ownerId().equals(owner))
			.orElseThrow(() -> Problem.notFound("review"));
	}

}
