package dev.jangteo.review.reviews.web;

import java.net.URI;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Idempotency;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.review.reviews.EditReview;
import dev.jangteo.review.reviews.FindReviews;
import dev.jangteo.review.reviews.MarkReview;
import dev.jangteo.review.reviews.Review;
import dev.jangteo.review.reviews.WriteReview;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/reviews}.
 */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

	private final WriteReview writeReview;

	private final EditReview editReview;

	private final MarkReview markReview;

	private final FindReviews findReviews;

	private final Idempotency idempotency;

	ReviewController(WriteReview writeReview, EditReview editReview, MarkReview markReview, FindReviews findReviews,
			Idempotency idempotency) {
		this.writeReview = writeReview;
		this.editReview = editReview;
		this.markReview = markReview;
		this.findReviews = findReviews;
		this.idempotency = idempotency;
	}

	@PostMapping
	ResponseEntity<ReviewRepresentation> write(Caller caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody ReviewForm form) {
		var member = caller.memberId();
		if (key == null) {
			var order = writeReview.order(member, form.orderId());
			return created(writeReview.write(member, order, form.name(), form.content()), member);
		}
		return idempotency.run("write-review", caller, key, form, () -> writeReview.order(member, form.orderId()),
				(order) -> created(writeReview.write(member, order, form.name(), form.content()), member));
	}

	@GetMapping("/mine")
	CursorPage<ReviewRepresentation> mine(Caller caller, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var size = Cursors.limit(limit);
		var before = Cursors.decode("my-reviews", cursor, (keys) -> UUID.fromString(keys.getFirst()));
		return CursorPage
			.of(findReviews.ofMember(caller.memberId(), before, size + 1), size,
					(review) -> Cursors.encode("my-reviews", review.id()))
			.map((review) -> ReviewRepresentation.ofMember(review, caller.memberId()));
	}

	@GetMapping("/{id}")
	ResponseEntity<ReviewRepresentation> show(Caller caller, @PathVariable UUID id) {
		var review = findReviews.visibleTo(caller.memberId(), id).orElseThrow(() -> Problem.notFound("review"));
		return answer(ResponseEntity.ok(), review, caller.memberId());
	}

	@PatchMapping("/{id}")
	ResponseEntity<ReviewRepresentation> edit(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@Valid @RequestBody ReviewPatch patch) {
		var seen = ETags.required(ifMatch);
		var review = editReview.edit(caller.memberId(), id, seen, patch.name(), patch::change);
		return answer(ResponseEntity.ok(), review, caller.memberId());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		editReview.delete(caller.memberId(), id, ETags.required(ifMatch));
	}

	@PutMapping("/{id}/helpful")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void helpful(Caller caller, @PathVariable UUID id) {
		markReview.helpful(caller.memberId(), id);
	}

	@DeleteMapping("/{id}/helpful")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void notHelpful(Caller caller, @PathVariable UUID id) {
		markReview.notHelpful(caller.memberId(), id);
	}

	@PostMapping("/{id}/reports")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void report(Caller caller, @PathVariable UUID id, @Valid @RequestBody ReportForm form) {
		markReview.report(caller.memberId(), id, form.reason(), form.note());
	}

	private static ResponseEntity<ReviewRepresentation> created(Review review, UUID member) {
		return answer(ResponseEntity.created(URI.create("/api/v1/reviews/" + review.id())), review, member);
	}

	private static ResponseEntity<ReviewRepresentation> answer(ResponseEntity.BodyBuilder status, Review review,
			UUID member) {
		return status.eTag(ETags.of(review.version())).body(ReviewRepresentation.ofMember(review, member));
	}

	record ReportForm(MarkReview.@NotNull ReportReason reason,
			@Nullable @PlainText(max = 500, multiline = true, blank = true) String note) {

		@Override
		public String toString() {
			return "ReportForm";
		}

	}

}
