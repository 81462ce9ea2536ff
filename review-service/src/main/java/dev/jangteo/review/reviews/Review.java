package dev.jangteo.review.reviews;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

import dev.jangteo.review.view.Shown;
import dev.jangteo.review.view.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a delivered order. Its author changes it within thirty days, its
 * shop's owner answers it, an operator may take it out of sight.
 *
 * @param reason why it is out of sight
 * @param helpful how many found it helpful
 * @param reports how many found it wrong
 */
public record Review(UUID id, Occasion occasion, Author author, Content content, Standing standing,
		@Nullable String reason, @Nullable Reply reply, int helpful, int reports, Instant createdAt, Instant updatedAt,
		long version) {

	static final Duration EDITABLE = Duration.ofDays(30);

	/** A review that nobody has seen yet. */
	static Review written(UUID id, Occasion occasion, Author author, Content content, Instant when) {
		return new Review(id, occasion, author, content, Standing.SHOWN, null, null, 0, 0, when, when, 1);
	}

	public boolean isShown() {
		return standing == Standing.SHOWN;
	}

	public boolean isOf(UUID member) {
		return member.equals(author.memberId());
	}

	boolean isEditable(Instant when) {
		return !when.isAfter(createdAt.plus(EDITABLE));
	}

	/** What lists and summaries need of it; null while it is out of sight. */
	@Nullable Shown shown() {
		if (!isShown()) {
			return null;
		}
		var stars = new HashMap<Subject, Integer>();
		stars.put(Subject.shop(occasion.shopId()), content.stars());
		content.productStars().forEach((product, each) -> stars.put(Subject.of(occasion.shopId(), product), each));
		return new Shown(id, stars, !content.photos().isEmpty(), helpful);
	}

	Review with(Author another) {
		return new Review(id, occasion, another, content, standing, reason, reply, helpful, reports, createdAt,
				updatedAt, version);
	}

	Review with(Content another) {
		return new Review(id, occasion, author, another, standing, reason, reply, helpful, reports, createdAt,
				updatedAt, version);
	}

	Review with(Standing another, @Nullable String why) {
		return new Review(id, occasion, author, content, another, why, reply, helpful, reports, createdAt, updatedAt,
				version);
	}

	Review with(@Nullable Reply another) {
		return new Review(id, occasion, author, content, standing, reason, another, helpful, reports, createdAt,
				updatedAt, version);
	}

	/** The same, found helpful by so many more. */
	Review helpfulTo(int more) {
		return new Review(id, occasion, author, content, standing, reason, reply, helpful + more, reports, createdAt,
				updatedAt, version);
	}

	Review next(Instant when) {
		return new Review(id, occasion, author, content, standing, reason, reply, helpful, reports, createdAt, when,
				version + 1);
	}

	/**
	 * Whether anybody sees it.
	 */
	public enum Standing {

		SHOWN,
		/** By the service, until an operator has looked at it. */
		HELD,
		/** By an operator. */
		HIDDEN,
		/** By its author. The order stays reviewed. */
		DELETED

	}

	/**
	 * Of which order it is.
	 */
	public record Occasion(UUID orderId, UUID shopId, UUID ownerId) {
	}

	/**
	 * Who wrote it.
	 *
	 * @param memberId null once the account is erased
	 * @param name as the author wants to be called, if at all
	 */
	public record Author(@Nullable UUID memberId, @Nullable String name) {

		static final Author ERASED = new Author(null, null);

	}

	/**
	 * What the owner says to it.
	 */
	public record Reply(String text, Instant repliedAt, @Nullable Instant editedAt) {

		Reply edited(String another, Instant when) {
			return new Reply(another, repliedAt, when);
		}

	}

}
