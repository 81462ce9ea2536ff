package dev.jangteo.review.view;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps lists and summaries in the transaction that changes a review. What it costs
 * depends on the review alone, however many there are of the shop.
 */
@Component
public class ShowReviews {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	ShowReviews(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * Something that can be seen of a review has changed. The caller holds the review's
	 * row.
	 * @param before null when it was not shown
	 * @param after null when it is shown no more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(@Nullable Shown before, @Nullable Shown after) {
		// Sorted: whoever locks several summaries does so in the same order.
		var subjects = new TreeSet<Subject>();
		subjects.addAll(subjects(before));
		subjects.addAll(subjects(after));
		for (var subject : subjects) {
			summarize(subject, before, after);
			list(subject, before, after);
		}
		if (!subjects.isEmpty()) {
			events.publishEvent(new SubjectsChanged(Set.copyOf(subjects)));
		}
	}

	private void summarize(Subject subject, @Nullable Shown before, @Nullable Shown after) {
		var stars = new int[6];
		var photos = 0;
		var was = stars(subject, before);
		if (before != null && was != null) {
			stars[was]--;
			photos -= before.photos() ? 1 : 0;
		}
		var is = stars(subject, after);
		if (after != null && is != null) {
			stars[is]++;
			photos += after.photos() ? 1 : 0;
		}
		jdbc.sql("""
				insert into summaries as held (shop_id, product_id, stars1, stars2, stars3, stars4, stars5,
					with_photos, change)
				values (?, ?, ?, ?, ?, ?, ?, ?, 1)
				on conflict (shop_id, product_id) do update
				set stars1 = held.stars1 + excluded.stars1,
					stars2 = held.stars2 + excluded.stars2,
					stars3 = held.stars3 + excluded.stars3,
					stars4 = held.stars4 + excluded.stars4,
					stars5 = held.stars5 + excluded.stars5,
					with_photos = held.with_photos + excluded.with_photos,
					change = held.change + 1
				""")
			.params(subject.shopId(), subject.productId(), stars[1], stars[2], stars[3], stars[4], stars[5], photos)
			.update();
	}

	private void list(Subject subject, @Nullable Shown before, @Nullable Shown after) {
		var stars = stars(subject, after);
		if (after != null && stars != null) {
			jdbc.sql("""
					insert into listed (shop_id, product_id, review_id, stars, photos, helpful)
					values (?, ?, ?, ?, ?, ?)
					on conflict (shop_id, product_id, review_id) do update
					set stars = excluded.stars, photos = excluded.photos, helpful = excluded.helpful
					""")
				.params(subject.shopId(), subject.productId(), after.reviewId(), stars, after.photos(), after.helpful())
				.update();
		}
		else if (before != null) {
			jdbc.sql("delete from listed where shop_id = ? and product_id = ? and review_id = ?")
				.params(subject.shopId(), subject.productId(), before.reviewId())
				.update();
		}
	}

	private static Set<Subject> subjects(@Nullable Shown shown) {
		return (shown != null) ? shown.stars().keySet() : Set.of();
	}

	private static @Nullable Integer stars(Subject subject, @Nullable Shown shown) {
		return (shown != null) ? shown.stars().get(subject) : null;
	}

}
