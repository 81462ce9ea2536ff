package dev.jangteo.review.reviews;

import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.Function;

import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Problem;
import dev.jangteo.review.orders.KnownOrder;
import dev.jangteo.review.orders.KnownOrders;
import dev.jangteo.review.reviews.Review.Author;
import dev.jangteo.review.reviews.Review.Standing;
import dev.jangteo.review.stream.Changes;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an author change or delete what he has written, for thirty days.
 */
@Service
public class EditReview {

	private final Reviews reviews;

	private final KnownOrders orders;

	private final FloodBrake floodBrake;

	private final Changes stream;

	private final Clock clock;

	EditReview(Reviews reviews, KnownOrders orders, FloodBrake floodBrake, Changes stream, Clock clock) {
		this.reviews = reviews;
		this.orders = orders;
		this.floodBrake = floodBrake;
		this.stream = stream;
		this.clock = clock;
	}

	/**
	 * Changes it. One that is out of sight stays so.
	 * @param name null leaves it, an empty one removes it
	 * @throws Problem 404 when it is not the member's, 412 when it is at another version,
	 * 422 when it is too old
	 */
	@Transactional
	public Review edit(UUID member, UUID id, long seen, @Nullable String name, Function<Content, Content> change) {
		var review = own(member, id, seen);
		var content = change.apply(review.content());
		var author = new Author(member, (name == null) ? review.author().name() : name.isEmpty() ? null : name);
		if (content.equals(review.content()) && author.equals(review.author())) {
			return review;
		}
		var added = new HashSet<>(content.productStars().keySet());
		added.removeAll(review.content().productStars().keySet());
		if (!added.isEmpty() && !orders.known(review.occasion().orderId())
			.map(KnownOrder::products)
			.filter((products) -> products.containsAll(added))
			.isPresent()) {
			throw WriteReview.notOrdered();
		}
		return reviews.change(review, floodBrake.heldIfRepeated(member, review.with(author).with(content)), "edited");
	}

	/** Deletes it, under the same conditions; the order stays reviewed. */
	@Transactional
	public void delete(UUID member, UUID id, long seen) {
		var review = own(member, id, seen);
		var bare = review.with(new Author(member, null)).with(review.content().erased()).with((Review.Reply) null);
		stream.forget(id, StreamRecord.TEXTS);
		reviews.change(review, bare.with(Standing.DELETED, null), "deleted");
	}

	private Review own(UUID member, UUID id, long seen) {
		reviews.lockAuthor(member);
		var review = reviews.lock(id).filter((each) -> each.isOf(member)).orElseThrow(() -> Problem.notFound("review"));
		ETags.check(review.version(), seen);
		if (!review.isEditable(clock.instant())) {
			throw Problem.rule("EDIT_PERIOD_OVER", "A review can be changed for 30 days.");
		}
		return review;
	}

}
