package dev.jangteo.review.reviews.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.review.reviews.FindReviews;
import dev.jangteo.review.reviews.FindReviews.OwnerPosition;
import dev.jangteo.review.reviews.ReplyToReview;
import dev.jangteo.review.reviews.Review;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/owner/reviews}.
 */
@RestController
@RequestMapping("/api/v1/owner/reviews")
class OwnerReviewController {

	private final ReplyToReview replyToReview;

	private final FindReviews findReviews;

	OwnerReviewController(ReplyToReview replyToReview, FindReviews findReviews) {
		this.replyToReview = replyToReview;
		this.findReviews = findReviews;
	}

	@GetMapping
	CursorPage<ReviewRepresentation> list(Caller caller, @RequestParam(required = false) @Nullable UUID shopId,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var size = Cursors.limit(limit);
		var name = "owner-reviews/" + shopId;
		var after = Cursors.decode(name, cursor, OwnerReviewController::position);
		return CursorPage
			.of(findReviews.ofOwner(caller.memberId(), shopId, after, size + 1), size,
					(review) -> Cursors.encode(name, review.reply() == null, review.id()))
			.map(ReviewRepresentation::ofOwner);
	}

	@GetMapping("/{id}")
	ResponseEntity<ReviewRepresentation> show(Caller caller, @PathVariable UUID id) {
		return answer(ResponseEntity.ok(),
				findReviews.visibleToOwner(caller.memberId(), id).orElseThrow(() -> Problem.notFound("review")));
	}

	@PostMapping("/{id}/reply")
	ResponseEntity<ReviewRepresentation> reply(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody ReplyForm form) {
		return answer(ResponseEntity.created(URI.create("/api/v1/owner/reviews/" + id)),
				replyToReview.reply(caller.memberId(), id, form.text()));
	}

	@PutMapping("/{id}/reply")
	ResponseEntity<ReviewRepresentation> edit(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@Valid @RequestBody ReplyForm form) {
		return answer(ResponseEntity.ok(),
				replyToReview.edit(caller.memberId(), id, ETags.required(ifMatch), form.text()));
	}

	private static OwnerPosition position(List<String> keys) {
		return new OwnerPosition(Boolean.parseBoolean(keys.get(0)), UUID.fromString(keys.get(1)));
	}

	private static ResponseEntity<ReviewRepresentation> answer(ResponseEntity.BodyBuilder status, Review review) {
		return status.eTag(ETags.of(review.version())).body(ReviewRepresentation.ofOwner(review));
	}

	record ReplyForm(@NotNull @PlainText(max = 1000, multiline = true) String text) {

		@Override
		public String toString() {
			return "ReplyForm";
		}

	}

}
