package dev.jangteo.review.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists and summaries as the database has them. A page costs the same wherever it is and
 * however many there are.
 */
@Component
class Listing {

	private static final TypeReference<Map<UUID, Integer>> STARS = new TypeReference<>() {
	};

	private static final Summarized NONE = new Summarized(0, Summary.of(new long[6], 0));

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Listing(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Summarized summary(Subject subject) {
		return jdbc.sql("""
				select change, stars1, stars2, stars3, stars4, stars5, with_photos
				from summaries
				where shop_id = ? and product_id = ?
				""")
			.params(subject.shopId(), subject.productId())
			.query((row, _) -> new Summarized(row.getLong("change"), Summary.read(row)))
			.optional()
			.orElse(NONE);
	}

	ReviewPage page(ReviewList list, Summary summary) {
		var page = CursorPage.of(rows(list), list.limit(),
				(row) -> Cursors.encode(list.name(), row.key(), row.card().id()));
		return new ReviewPage(summary, page.items().stream().map(Row::card).toList(), page.nextCursor());
	}

	private List<Row> rows(ReviewList list) {
		var column = list.sort().column();
		var byId = list.sort() == Sort.NEWEST;
		var sql = new StringBuilder("""
				select r.id, r.stars, r.product_stars::text as product_stars, r.body, r.author_name, r.photos,
					r.helpful, r.reply, r.replied_at, r.reply_edited_at, r.created_at, r.updated_at, l.key
				from (
					select review_id, %s as key
					from listed
					where shop_id = ? and product_id = ?
				""".formatted(byId ? "0" : column));
		var params = new ArrayList<>(List.of((Object) list.subject().shopId(), list.subject().productId()));
		if (list.photosOnly()) {
			sql.append(" and photos");
		}
		var after = list.after();
		if (after != null) {
			sql.append(byId ? " and review_id < ?" : " and (%s, review_id) < (?, ?)".formatted(column));
			if (!byId) {
				params.add(after.key());
			}
			params.add(after.reviewId());
		}
		sql.append(byId ? " order by review_id desc" : " order by %s desc, review_id desc".formatted(column));
		sql.append("""
				 limit ?
				) l
				join reviews r on r.id = l.review_id
				order by l.key desc, l.review_id desc
				""");
		params.add(list.limit() + 1);
		return jdbc.sql(sql.toString()).params(params).query((row, _) -> row(row)).list();
	}

	private Row row(ResultSet row) throws SQLException {
		var products = json.readValue(row.getString("product_stars"), STARS)
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new ReviewCard.ProductStars(entry.getKey(), entry.getValue()))
			.toList();
		return new Row(row.getInt("key"),
				new ReviewCard(row.getObject("id", UUID.class), row.getInt("stars"), products, row.getString("body"),
						row.getString("author_name"), Arrays.asList((UUID[]) row.getArray("photos").getArray()),
						row.getInt("helpful"), reply(row), Objects.requireNonNull(instant(row, "created_at")),
						Objects.requireNonNull(instant(row, "updated_at"))));
	}

	private static ReviewCard.@Nullable OwnersReply reply(ResultSet row) throws SQLException {
		var text = row.getString("reply");
		return (text == null) ? null : new ReviewCard.OwnersReply(text,
				Objects.requireNonNull(instant(row, "replied_at")), instant(row, "reply_edited_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * A summary.
	 *
	 * @param change of which change it is
	 */
	record Summarized(long change, Summary summary) {
	}

	private record Row(int key, ReviewCard card) {
	}

}
