package dev.jangteo.review.reviews;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reviews as other services may see them: stars and pictures, no text and no name.
 * Deleted ones are gone.
 */
@Component
class ReviewSource implements AggregateSource<ReviewSource.State> {

	private final JdbcClient jdbc;

	ReviewSource(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String aggregate() {
		return "review";
	}

	@Override
	public List<Versioned<State>> byIds(Collection<UUID> ids) {
		return jdbc.sql(ReviewRow.SELECT + "where id = any (?) and standing <> 'DELETED'")
			.param(ids.toArray(UUID[]::new))
			.query(ReviewRow::read)
			.list()
			.stream()
			.map(ReviewSource::represent)
			.toList();
	}

	@Override
	public List<Versioned<State>> page(@Nullable UUID after, int limit) {
		return jdbc.sql(ReviewRow.SELECT + "where id > ? and standing <> 'DELETED' order by id limit ?")
			.params((after != null) ? after : new UUID(0, 0), limit)
			.query(ReviewRow::read)
			.list()
			.stream()
			.map(ReviewSource::represent)
			.toList();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "reviews", "id", "version", "standing <> 'DELETED'");
	}

	private static Versioned<State> represent(Review review) {
		var content = review.content();
		return new Versioned<>(review.id(), review.version(),
				new State(review.id(), review.occasion().shopId(), review.occasion().orderId(),
						review.author().memberId(), content.stars(), content.productStars(), !review.isShown(),
						content.photos(), content.photos().size(), review.createdAt(), review.updatedAt()));
	}

	/**
	 * The state given out.
	 *
	 * @param memberId null once the account is erased
	 * @param productStars stars for single products
	 * @param hidden whether it counts for nothing at the moment
	 * @param photos ids of images
	 */
	record State(UUID id, UUID shopId, UUID orderId, @Nullable UUID memberId, int stars,
			Map<UUID, Integer> productStars, boolean hidden, List<UUID> photos, int photoCount, Instant createdAt,
			Instant updatedAt) {
	}

}
