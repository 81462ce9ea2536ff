package dev.jangteo.review.reviews;

import java.time.Clock;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.events.UuidV7;
import dev.jangteo.review.orders.KnownOrder;
import dev.jangteo.review.orders.KnownOrders;
import dev.jangteo.review.reviews.Review.Author;
import dev.jangteo.review.reviews.Review.Occasion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the one review of a delivered order.
 */
@Service
public class WriteReview {

	private final KnownOrders orders;

	private final Reviews reviews;

	private final FloodBrake floodBrake;

	private final Clock clock;

	WriteReview(KnownOrders orders, Reviews reviews, FloodBrake floodBrake, Clock clock) {
		this.orders = orders;
		this.reviews = reviews;
		this.floodBrake = floodBrake;
		this.clock = clock;
	}

	/**
	 * The member's delivered order. May ask order-service: not within a transaction.
	 * @throws Problem 404 when it is not the member's, 422 when it is not delivered
	 */
	public KnownOrder order(UUID member, UUID id) {
		var order = orders.ofMember(member, id).orElseThrow(() -> Problem.notFound("order"));
		if (!order.delivered()) {
			throw Problem.rule("ORDER_NOT_DELIVERED", "Only an order that has been delivered can be reviewed.");
		}
		return order;
	}

	/**
	 * Writes it.
	 * @throws Problem 409 when the order has been reviewed, 422 when stars are given for
	 * something else than what was ordered
	 */
	@Transactional
	public Review write(UUID member, KnownOrder order, @Nullable String name, Content content) {
		reviews.lockAuthor(member);
		if (reviews.isErased(member)) {
			throw Problem.notFound("order");
		}
		reviews.ofOrder(order.id()).ifPresent((review) -> {
			throw Problem.conflict("already-reviewed", "This order has its review already.").with("reviewId", review);
		});
		if (!order.products().containsAll(content.productStars().keySet())) {
			throw notOrdered();
		}
		var occasion = new Occasion(order.id(), order.shopId(), order.ownerId());
		var review = Review.written(UuidV7.next(), occasion, new Author(member, name), content, clock.instant());
		var passed = floodBrake.heldIfFlood(member, floodBrake.heldIfRepeated(member, review));
		reviews.add(passed);
		return passed;
	}

	static Problem notOrdered() {
		return Problem.rule("PRODUCT_NOT_ORDERED", "Stars can be given only for what was ordered.");
	}

}
