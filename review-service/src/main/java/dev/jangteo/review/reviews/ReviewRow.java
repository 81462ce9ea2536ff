package dev.jangteo.review.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the table {@code reviews}.
 */
final class ReviewRow {

	static final String SELECT = """
			select id, order_id, shop_id, owner_id, member_id, author_name, stars, product_stars::text as product_stars,
				body, photos, standing, standing_reason, reply, replied_at, reply_edited_at, helpful, reports,
				created_at, updated_at, version
			from reviews
			""";

	private static final TypeReference<Map<UUID, Integer>> STARS = new TypeReference<>() {
	};

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private ReviewRow() {
	}

	static Review read(ResultSet row, int number) throws SQLException {
		return new Review(row.getObject("id", UUID.class),
				new Review.Occasion(row.getObject("order_id", UUID.class), row.getObject("shop_id", UUID.class),
						row.getObject("owner_id", UUID.class)),
				new Review.Author(row.getObject("member_id", UUID.class), row.getString("author_name")),
				new Content(row.getInt("stars"), JSON.readValue(row.getString("product_stars"), STARS),
						row.getString("body"), Arrays.asList((UUID[]) row.getArray("photos").getArray())),
				Review.Standing.valueOf(row.getString("standing")), row.getString("standing_reason"), reply(row),
				row.getInt("helpful"), row.getInt("reports"), time(row, "created_at"), time(row, "updated_at"),
				row.getLong("version"));
	}

	private static Review.@Nullable Reply reply(ResultSet row) throws SQLException {
		var text = row.getString("reply");
		return (text == null) ? null
				: new Review.Reply(text, time(row, "replied_at"), timeIfAny(row, "reply_edited_at"));
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(timeIfAny(row, column));
	}

	private static @Nullable Instant timeIfAny(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
