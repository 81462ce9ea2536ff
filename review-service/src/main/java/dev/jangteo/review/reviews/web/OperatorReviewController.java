package dev.jangteo.review.reviews.web;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.review.reviews.FindReviews;
import dev.jangteo.review.reviews.FindReviews.ReportPosition;
import dev.jangteo.review.reviews.ModerateReview;
import dev.jangteo.review.reviews.Review;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/ops/reviews}.
 */
@RestController
@RequestMapping("/api/v1/ops/reviews")
class OperatorReviewController {

	private final ModerateReview moderateReview;

	private final FindReviews findReviews;

	OperatorReviewController(ModerateReview moderateReview, FindReviews findReviews) {
		this.moderateReview = moderateReview;
		this.findReviews = findReviews;
	}

	@GetMapping
	CursorPage<ReviewRepresentation> list(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var size = Cursors.limit(limit);
		return switch ((state != null) ? state : "held") {
			case "held" -> outOfSight(Review.Standing.HELD, cursor, size);
			case "hidden" -> outOfSight(Review.Standing.HIDDEN, cursor, size);
			case "reported" -> reported(cursor, size);
			default -> throw Problem.invalid("state", "must be one of held, hidden, reported");
		};
	}

	@GetMapping("/{id}")
	ReviewRepresentation show(@PathVariable UUID id) {
		return findReviews.any(id).map(ReviewRepresentation::ofOperator).orElseThrow(() -> Problem.notFound("review"));
	}

	@PostMapping("/{id}/hiding")
	ReviewRepresentation hide(@PathVariable UUID id, @Valid @RequestBody HidingForm form) {
		return ReviewRepresentation.ofOperator(moderateReview.hide(id, form.reason()));
	}

	@PostMapping("/{id}/restoration")
	ReviewRepresentation restore(@PathVariable UUID id) {
		return ReviewRepresentation.ofOperator(moderateReview.restore(id));
	}

	private CursorPage<ReviewRepresentation> outOfSight(Review.Standing standing, @Nullable String cursor, int size) {
		var name = "ops-reviews/" + standing;
		var after = Cursors.decode(name, cursor, (keys) -> UUID.fromString(keys.getFirst()));
		return CursorPage
			.of(findReviews.outOfSight(standing, after, size + 1), size, (review) -> Cursors.encode(name, review.id()))
			.map(ReviewRepresentation::ofOperator);
	}

	private CursorPage<ReviewRepresentation> reported(@Nullable String cursor, int size) {
		var name = "ops-reviews/reported";
		var after = Cursors.decode(name, cursor, OperatorReviewController::position);
		return CursorPage
			.of(findReviews.reported(after, size + 1), size,
					(review) -> Cursors.encode(name, review.reports(), review.id()))
			.map(ReviewRepresentation::ofOperator);
	}

	private static ReportPosition position(List<String> keys) {
		return new ReportPosition(Integer.parseInt(keys.get(0)), UUID.fromString(keys.get(1)));
	}

	record HidingForm(@NotNull @PlainText(max = 200) String reason) {
	}

}
