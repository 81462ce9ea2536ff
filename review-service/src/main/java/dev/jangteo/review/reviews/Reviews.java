package dev.jangteo.review.reviews;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.review.stream.Changes;
import dev.jangteo.review.view.ShowReviews;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of reviews. Every change raises the version, reaches lists and summaries, and
 * leaves a notification; all want the caller's transaction.
 */
@Component
class Reviews {

	private static final String REVIEW = "review";

	private final JdbcClient jdbc;

	private final ShowReviews show;

	private final NotificationLog notifications;

	private final Changes stream;

	private final JsonMapper json;

	private final Clock clock;

	Reviews(JdbcClient jdbc, ShowReviews show, NotificationLog notifications, Changes stream, JsonMapper json,
			Clock clock) {
		this.jdbc = jdbc;
		this.show = show;
		this.notifications = notifications;
		this.stream = stream;
		this.json = json;
		this.clock = clock;
	}

	/** Lets one transaction at a time write as this author. */
	void lockAuthor(UUID member) {
		jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("author " + member).query((_) -> {
		});
	}

	/** Locks a review that is not deleted until the end of the transaction. */
	Optional<Review> lock(UUID id) {
		return jdbc.sql(ReviewRow.SELECT + "where id = ? and standing <> 'DELETED' for update")
			.param(id)
			.query(ReviewRow::read)
			.optional();
	}

	/**
	 * Locks several, before any of them is changed: who changes reviews holds their
	 * shops' summaries. They come by shop, the order in which summaries are locked.
	 */
	List<Review> lockAll(Collection<UUID> ids) {
		return ids.stream()
			.sorted()
			.map(this::lock)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparing((review) -> review.occasion().shopId()))
			.toList();
	}

	Optional<Review> find(UUID id) {
		return jdbc.sql(ReviewRow.SELECT + "where id = ? and standing <> 'DELETED'")
			.param(id)
			.query(ReviewRow::read)
			.optional();
	}

	Optional<UUID> ofOrder(UUID order) {
		return jdbc.sql("select id from reviews where order_id = ?").param(order).query(UUID.class).optional();
	}

	/** Some of the author's, deleted ones included. */
	List<UUID> ofAuthor(UUID member, int limit) {
		return jdbc.sql("select id from reviews where member_id = ? order by id limit ?")
			.params(member, limit)
			.query(UUID.class)
			.list();
	}

	/** The author's since then, newest first; not those that are deleted. */
	List<UUID> ofAuthorSince(UUID member, Instant since) {
		return jdbc.sql("""
				select id
				from reviews
				where member_id = ? and created_at > ? and standing <> 'DELETED'
				order by id desc
				""").params(member, since.atOffset(ZoneOffset.UTC)).query(UUID.class).list();
	}

	/** How many others of the author's have had this text since then. */
	int sameText(UUID member, UUID except, byte[] fingerprint, Instant since) {
		return jdbc.sql("""
				select count(*)
				from reviews
				where member_id = ? and id <> ? and fingerprint = ? and updated_at > ?
				""").params(member, except, fingerprint, since.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
	}

	boolean isErased(UUID member) {
		return jdbc.sql("select exists (select from followed_members where id = ? and gone)")
			.param(member)
			.query(Boolean.class)
			.single();
	}

	void add(Review review) {
		save(review,
				"""
						insert into reviews (id, order_id, shop_id, owner_id, member_id, author_name, stars, product_stars, body,
							photos, fingerprint, standing, standing_reason, reply, replied_at, reply_edited_at, created_at,
							updated_at, version)
						values (:id, :order, :shop, :owner, :member, :name, :stars, :products::jsonb, :text, :photos::uuid[],
							:fingerprint, :standing, :reason, :reply, :repliedAt, :replyEditedAt, :createdAt, :updatedAt,
							:version)
						""");
		show.change(null, review.shown());
		publish(review, "written");
	}

	/**
	 * Stores a change of a review the caller has locked.
	 * @return it, at its next version
	 */
	Review change(Review before, Review changed, String what) {
		var after = changed.next(clock.instant());
		save(after, """
				update reviews
				set member_id = :member, author_name = :name, stars = :stars, product_stars = :products::jsonb,
					body = :text, photos = :photos::uuid[], fingerprint = :fingerprint, standing = :standing,
					standing_reason = :reason, reply = :reply, replied_at = :repliedAt,
					reply_edited_at = :replyEditedAt, updated_at = :updatedAt, version = :version
				where id = :id
				""");
		show.change(before.shown(), after.shown());
		publish(after, what);
		return after;
	}

	/** Counts those who find it helpful: a matter of lists, not of the review itself. */
	void countHelpful(Review review, int more) {
		jdbc.sql("update reviews set helpful = helpful + ? where id = ?").params(more, review.id()).update();
		show.change(review.shown(), review.helpfulTo(more).shown());
	}

	private void publish(Review review, String what) {
		notifications.append(REVIEW, what, review.id(), review.version());
		stream.append(what, review.id(), review.updatedAt(), StreamRecord.of(review));
	}

	private void save(Review review, String sql) {
		var reply = review.reply();
		jdbc.sql(sql)
			.param("id", review.id())
			.param("order", review.occasion().orderId())
			.param("shop", review.occasion().shopId())
			.param("owner", review.occasion().ownerId())
			.param("member", review.author().memberId())
			.param("name", review.author().name())
			.param("stars", review.content().stars())
			.param("products", json.writeValueAsString(new TreeMap<>(review.content().productStars())))
			.param("text", review.content().text())
			.param("photos", array(review.content().photos()))
			.param("fingerprint", Fingerprint.of(review.content().text()))
			.param("standing", review.standing().name())
			.param("reason", review.reason())
			.param("reply", (reply != null) ? reply.text() : null)
			.param("repliedAt", (reply != null) ? reply.repliedAt().atOffset(ZoneOffset.UTC) : null)
			.param("replyEditedAt", editedAt(reply))
			.param("createdAt", review.createdAt().atOffset(ZoneOffset.UTC))
			.param("updatedAt", review.updatedAt().atOffset(ZoneOffset.UTC))
			.param("version", review.version())
			.update();
	}

	private static @Nullable Object editedAt(Review.@Nullable Reply reply) {
		var when = (reply != null) ? reply.editedAt() : null;
		return (when != null) ? when.atOffset(ZoneOffset.UTC) : null;
	}

	private static String array(List<UUID> ids) {
		return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
	}

}
