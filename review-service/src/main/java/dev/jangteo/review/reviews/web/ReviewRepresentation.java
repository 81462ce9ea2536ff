package dev.jangteo.review.reviews.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.review.reviews.Review;
import org.jspecify.annotations.Nullable;

/**
 * A review as its author, its owner or an operator sees it.
 *
 * @param orderId null for those whose order it is not
 * @param standing whether anybody sees it
 * @param reason why it is out of sight
 * @param reports for operators alone
 */
record ReviewRepresentation(UUID id, UUID shopId, @Nullable UUID orderId, int stars, List<ProductStars> products,
		String text, @Nullable String authorName, List<UUID> photos, int helpful, @Nullable ReplyRepresentation reply,
		Review.Standing standing, @Nullable String reason, @Nullable Integer reports, Instant createdAt,
		Instant updatedAt, long version) {

	static ReviewRepresentation ofMember(Review review, UUID member) {
		return of(review, review.isOf(member) ? review.occasion().orderId() : null, null);
	}

	static ReviewRepresentation ofOwner(Review review) {
		return of(review, review.occasion().orderId(), null);
	}

	static ReviewRepresentation ofOperator(Review review) {
		return of(review, review.occasion().orderId(), review.reports());
	}

	private static ReviewRepresentation of(Review review, @Nullable UUID order, @Nullable Integer reports) {
		var content = review.content();
		var products = content.productStars()
			.entrySet()
			.stream()
			.map((entry) -> new ProductStars(entry.getKey(), entry.getValue()))
			.toList();
		return new ReviewRepresentation(review.id(), review.occasion().shopId(), order, content.stars(), products,
				content.text(), review.author().name(), content.photos(), review.helpful(), reply(review),
				review.standing(), review.reason(), reports, review.createdAt(), review.updatedAt(), review.version());
	}

	private static @Nullable ReplyRepresentation reply(Review review) {
		var reply = review.reply();
		return (reply != null) ? new ReplyRepresentation(reply.text(), reply.repliedAt(), reply.editedAt()) : null;
	}

	record ProductStars(UUID productId, int stars) {
	}

	record ReplyRepresentation(String text, Instant repliedAt, @Nullable Instant editedAt) {
	}

}
