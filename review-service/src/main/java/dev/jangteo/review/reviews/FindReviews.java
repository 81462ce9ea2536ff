package dev.jangteo.review.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reviews as their authors, owners and operators read them.
 */
@Component
public class FindReviews {

	private final JdbcClient jdbc;

	private final Reviews reviews;

	FindReviews(JdbcClient jdbc, Reviews reviews) {
		this.jdbc = jdbc;
		this.reviews = reviews;
	}

	/** A review the member may see: anybody's that is shown, his own in any case. */
	public Optional<Review> visibleTo(UUID member, UUID id) {
		return reviews.find(id).filter((review) -> review.isShown() || review.isOf(member));
	}

	/** A review of one of the owner's shops. */
	public Optional<Review> visibleToOwner(UUID owner, UUID id) {
		return reviews.find(id).filter((review) -> review.isShown() && review.occasion().ownerId().equals(owner));
	}

	/** Any review that is not deleted. */
	public Optional<Review> any(UUID id) {
		return reviews.find(id);
	}

	/** The member's, newest first. */
	public List<Review> ofMember(UUID member, @Nullable UUID before, int limit) {
		return jdbc.sql(ReviewRow.SELECT + """
				where member_id = ? and id < ? and standing <> 'DELETED'
				order by id desc
				limit ?
				""").params(member, (before != null) ? before : last(), limit).query(ReviewRow::read).list();
	}

	/** Those of the owner's shops, those without a reply first, then newest first. */
	public List<Review> ofOwner(UUID owner, @Nullable UUID shop, @Nullable OwnerPosition after, int limit) {
		var from = (after != null) ? after : new OwnerPosition(true, last());
		var params = new ArrayList<>(List.<Object>of(owner, from.unanswered(), from.id()));
		if (shop != null) {
			params.add(shop);
		}
		params.add(limit);
		return jdbc.sql(ReviewRow.SELECT + """
				where owner_id = ? and standing = 'SHOWN' and (unanswered, id) < (?, ?) %s
				order by unanswered desc, id desc
				limit ?
				""".formatted((shop != null) ? "and shop_id = ?" : "")).params(params).query(ReviewRow::read).list();
	}

	/** Those held for an operator, or hidden by one, oldest first. */
	public List<Review> outOfSight(Review.Standing standing, @Nullable UUID after, int limit) {
		return jdbc.sql(ReviewRow.SELECT + """
				where standing = ? and standing in ('HELD', 'HIDDEN') and id > ?
				order by id
				limit ?
				""")
			.params(standing.name(), (after != null) ? after : new UUID(0, 0), limit)
			.query(ReviewRow::read)
			.list();
	}

	/** Those shoppers reported, most reports first. */
	public List<Review> reported(@Nullable ReportPosition after, int limit) {
		var from = (after != null) ? after : new ReportPosition(Integer.MAX_VALUE, last());
		return jdbc.sql(ReviewRow.SELECT + """
				where reports > 0 and standing = 'SHOWN' and (reports, id) < (?, ?)
				order by reports desc, id desc
				limit ?
				""").params(from.reports(), from.id(), limit).query(ReviewRow::read).list();
	}

	private static UUID last() {
		return new UUID(-1, -1);
	}

	/** Where a page of an owner's list ended. */
	public record OwnerPosition(boolean unanswered, UUID id) {
	}

	/** Where a page of reported reviews ended. */
	public record ReportPosition(int reports, UUID id) {
	}

}
