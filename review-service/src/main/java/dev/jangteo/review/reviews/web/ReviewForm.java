package dev.jangteo.review.reviews.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.jangteo.defaults.PlainText;
import dev.jangteo.review.reviews.Content;
import dev.jangteo.review.reviews.Mask;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes.
 *
 * @param productStars stars for single products of the order
 * @param photos ids of images
 * @param authorName as the author wants to be called
 */
record ReviewForm(@NotNull UUID orderId, @NotNull @Min(1) @Max(5) Integer stars,
		@Nullable @PlainText(max = 2000, multiline = true, blank = true) String text,
		@Nullable @Size(max = 50) List<@NotNull @Valid ProductStarsForm> productStars,
		@Nullable @Size(max = 5) List<@NotNull UUID> photos,
		@Nullable @PlainText(max = 40, blank = true) String authorName) {

	Content content() {
		return new Content(stars, ProductStarsForm.map(Objects.requireNonNullElse(productStars, List.of())),
				Mask.mask(Objects.requireNonNullElse(text, "")),
				Photos.distinct(Objects.requireNonNullElse(photos, List.of())));
	}

	@Nullable String name() {
		return (authorName == null || authorName.isBlank()) ? null : Mask.mask(authorName);
	}

	// Whoever prints a form prints nothing personal.
	@Override
	public String toString() {
		return "ReviewForm";
	}

}
