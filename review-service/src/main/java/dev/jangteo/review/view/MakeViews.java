package dev.jangteo.review.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes views. Everything in a view is read from one snapshot together with the number of
 * the change it tells, so of two views the one with the higher number is the newer. What
 * was committed is owed until it is known to be in Redis.
 */
@Component
class MakeViews {

	private final Listing listing;

	private final KeptViews kept;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final TransactionTemplate snapshot;

	private final Counter made;

	MakeViews(Listing listing, KeptViews kept, JdbcClient jdbc, JsonMapper json,
			PlatformTransactionManager transactions, MeterRegistry meters) {
		this.listing = listing;
		this.kept = kept;
		this.jdbc = jdbc;
		this.json = json;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
		this.made = Counter.builder("jangteo.reviews.views.made")
			.description("Views made and brought to Redis")
			.register(meters);
	}

	/** To be called before a view is read that is to be kept. */
	KeptViews.Turn begin(Subject subject) {
		return kept.begin(subject);
	}

	/** The view as the database has it now. */
	View read(Subject subject) {
		return Objects.requireNonNull(snapshot.execute((_) -> {
			var summarized = listing.summary(subject);
			var pages = new EnumMap<FrontPage, byte[]>(FrontPage.class);
			for (var page : FrontPage.values()) {
				pages.put(page, json.writeValueAsBytes(listing.page(page.of(subject), summarized.summary())));
			}
			return new View(subject, summarized.change(), summarized.summary().count() == 0,
					json.writeValueAsBytes(summarized.summary()), pages);
		}));
	}

	/** Any page as the database has it now. */
	ReviewPage page(ReviewList list) {
		return Objects
			.requireNonNull(snapshot.execute((_) -> listing.page(list, listing.summary(list.subject()).summary())));
	}

	/**
	 * Makes the view and brings it to Redis.
	 * @throws DataAccessException while Redis or the database is away: it stays owed
	 */
	void make(Subject subject) {
		var turn = kept.begin(subject);
		keep(read(subject), turn);
	}

	/**
	 * Brings a view to Redis.
	 * @param turn begun before the view was read
	 */
	void keep(View view, KeptViews.Turn turn) {
		if (kept.put(view, turn)) {
			made.increment();
			remember(view);
		}
	}

	/** Some of the subjects whose newest change is not known to be in Redis. */
	List<Subject> owed(int limit) {
		return jdbc.sql("select shop_id, product_id from summaries where made < change limit ?")
			.param(limit)
			.query(Subject.class)
			.list();
	}

	private void remember(View view) {
		jdbc.sql("update summaries set made = ? where shop_id = ? and product_id = ? and made < ?")
			.params(view.change(), view.subject().shopId(), view.subject().productId(), view.change())
			.update();
	}

}
