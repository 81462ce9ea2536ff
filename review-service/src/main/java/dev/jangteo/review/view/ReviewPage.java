package dev.jangteo.review.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of reviews beneath the summary of all.
 */
public record ReviewPage(Summary summary, List<ReviewCard> items, @Nullable String nextCursor) {
}
