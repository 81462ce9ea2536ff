package dev.jangteo.review.reviews;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A review as it stands in the stream.
 */
final class StreamRecord {

	/** What goes with a deleted review. */
	static final Set<String> TEXTS = Set.of("text", "authorName", "photos", "reply");

	/** What goes with an erased account. */
	static final Set<String> PERSONAL = Set.of("text", "authorName", "photos", "memberId");

	private StreamRecord() {
	}

	static Map<String, @Nullable Object> of(Review review) {
		var record = new LinkedHashMap<String, @Nullable Object>();
		var reply = review.reply();
		record.put("version", review.version());
		record.put("shopId", review.occasion().shopId());
		record.put("orderId", review.occasion().orderId());
		record.put("memberId", review.author().memberId());
		record.put("authorName", review.author().name());
		record.put("stars", review.content().stars());
		record.put("productStars", review.content().productStars());
		record.put("text", review.content().text());
		record.put("photos", review.content().photos());
		record.put("reply", (reply != null) ? reply.text() : null);
		record.put("standing", review.standing());
		record.put("reason", review.reason());
		record.put("createdAt", review.createdAt());
		return record;
	}

}
