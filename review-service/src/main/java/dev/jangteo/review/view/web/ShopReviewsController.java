package dev.jangteo.review.view.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import dev.jangteo.review.view.Position;
import dev.jangteo.review.view.ReadViews;
import dev.jangteo.review.view.ReviewList;
import dev.jangteo.review.view.ReviewPage;
import dev.jangteo.review.view.Sort;
import dev.jangteo.review.view.Subject;
import dev.jangteo.review.view.Summary;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/shops/{id}/reviews}: the bytes as they are kept.
 */
@RestController
@RequestMapping(path = "/api/v1/shops/{shopId}/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
class ShopReviewsController {

	private final ReadViews views;

	ShopReviewsController(ReadViews views) {
		this.views = views;
	}

	@GetMapping
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewPage.class)))
	byte[] list(@PathVariable UUID shopId, @RequestParam(required = false) @Nullable UUID productId,
			@RequestParam(required = false) @Nullable String sort,
			@RequestParam(required = false) @Nullable Boolean photos,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var first = new ReviewList(Subject.of(shopId, productId), sort(sort), Boolean.TRUE.equals(photos), null,
				Cursors.limit(limit));
		var after = Cursors.decode(first.name(), cursor, Position::of);
		return views.page(new ReviewList(first.subject(), first.sort(), first.photosOnly(), after, first.limit()));
	}

	@GetMapping("/summary")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Summary.class)))
	byte[] summary(@PathVariable UUID shopId, @RequestParam(required = false) @Nullable UUID productId) {
		return views.summary(Subject.of(shopId, productId));
	}

	private static Sort sort(@Nullable String sort) {
		if (sort == null) {
			return Sort.NEWEST;
		}
		for (var each : Sort.values()) {
			if (name(each).equals(sort)) {
				return each;
			}
		}
		throw Problem.invalid("sort", "must be one of "
				+ Arrays.stream(Sort.values()).map(ShopReviewsController::name).collect(Collectors.joining(", ")));
	}

	private static String name(Sort sort) {
		return sort.name().toLowerCase(Locale.ROOT);
	}

}
