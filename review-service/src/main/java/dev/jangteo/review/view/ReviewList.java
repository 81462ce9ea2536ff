package dev.jangteo.review.view;

import org.jspecify.annotations.Nullable;

/**
 * Which reviews are asked for.
 *
 * @param photosOnly only those with photos
 * @param limit how many at most
 */
public record ReviewList(Subject subject, Sort sort, boolean photosOnly, @Nullable Position after, int limit) {

	/** The name its cursors carry. */
	public String name() {
		return "reviews/%s/%s/%s/%s".formatted(subject.shopId(), subject.productId(), sort, photosOnly);
	}

	@Nullable FrontPage frontPage() {
		return (after == null && limit == FrontPage.LIMIT) ? FrontPage.of(sort, photosOnly) : null;
	}

}
