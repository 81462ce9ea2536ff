package dev.jangteo.review.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A review as anybody sees it.
 *
 * @param authorName as the author wants to be called, if at all
 * @param photos ids of images
 * @param helpful how many found it so
 */
public record ReviewCard(UUID id, int stars, List<ProductStars> products, String text, @Nullable String authorName,
		List<UUID> photos, int helpful, @Nullable OwnersReply reply, Instant createdAt, Instant updatedAt) {

	public record ProductStars(UUID productId, int stars) {
	}

	public record OwnersReply(String text, Instant repliedAt, @Nullable Instant editedAt) {
	}

}
