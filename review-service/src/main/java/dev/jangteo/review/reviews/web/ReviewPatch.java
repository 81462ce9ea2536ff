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
 * What an author changes; what is missing stays as it is.
 */
record ReviewPatch(@Nullable @Min(1) @Max(5) Integer stars,
		@Nullable @PlainText(max = 2000, multiline = true, blank = true) String text,
		@Nullable @Size(max = 50) List<@NotNull @Valid ProductStarsForm> productStars,
		@Nullable @Size(max = 5) List<@NotNull UUID> photos,
		@Nullable @PlainText(max = 40, blank = true) String authorName) {

	Content change(Content content) {
		return new Content(Objects.requireNonNullElse(stars, content.stars()),
				(productStars != null) ? ProductStarsForm.map(productStars) : content.productStars(),
				(text != null) ? Mask.mask(text) : content.text(),
				(photos != null) ? Photos.distinct(photos) : content.photos());
	}

	@Nullable String name() {
		return (authorName != null) ? Mask.mask(authorName) : null;
	}

	@Override
	public String toString() {
		return "ReviewPatch";
	}

}
