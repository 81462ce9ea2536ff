package dev.jangteo.review.view;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.jangteo.defaults.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads what is shown: one command to Redis where a view is kept. Else the database is
 * read, by few at a time and once for all who ask the same, and the view made again.
 */
@Component
public class ReadViews {

	private static final Logger logger = LoggerFactory.getLogger(ReadViews.class);

	private final Map<Subject, CompletableFuture<View>> running = new ConcurrentHashMap<>();

	private final KeptViews kept;

	private final MakeViews views;

	private final JsonMapper json;

	private final ViewSettings settings;

	private final Semaphore readers;

	private final Counter fromRedis;

	private final Counter fromDatabase;

	private final Counter refused;

	ReadViews(KeptViews kept, MakeViews views, JsonMapper json, ViewSettings settings, MeterRegistry meters) {
		this.kept = kept;
		this.views = views;
		this.json = json;
		this.settings = settings;
		this.readers = new Semaphore(settings.readers(), true);
		this.fromRedis = reads(meters, "redis");
		this.fromDatabase = reads(meters, "database");
		this.refused = reads(meters, "refused");
	}

	/** A page as JSON. */
	public byte[] page(ReviewList list) {
		var front = list.frontPage();
		if (front == null) {
			return fromDatabase(() -> json.writeValueAsBytes(views.page(list)));
		}
		return read(list.subject(), (views) -> views.page(list.subject(), front), (view) -> view.page(front));
	}

	/** The summary as JSON. */
	public byte[] summary(Subject subject) {
		return read(subject, (views) -> views.summary(subject), View::summary);
	}

	private byte[] read(Subject subject, Function<KeptViews, byte @Nullable []> get, Function<View, byte[]> part) {
		try {
			var bytes = get.apply(kept);
			if (bytes != null) {
				fromRedis.increment();
				return bytes;
			}
		}
		catch (DataAccessException ex) {
			return part.apply(makeAgain(subject, false));
		}
		return part.apply(makeAgain(subject, true));
	}

	private View makeAgain(Subject subject, boolean keep) {
		var mine = new CompletableFuture<View>();
		var others = running.putIfAbsent(subject, mine);
		if (others != null) {
			return answerOf(others);
		}
		try {
			var turn = keep ? begin(subject) : null;
			var view = fromDatabase(() -> views.read(subject));
			mine.complete(view);
			if (turn != null) {
				keep(view, turn);
			}
			return view;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			running.remove(subject, mine);
		}
	}

	private KeptViews.@Nullable Turn begin(Subject subject) {
		try {
			return views.begin(subject);
		}
		catch (DataAccessException ex) {
			return null;
		}
	}

	private void keep(View view, KeptViews.Turn turn) {
		try {
			views.keep(view, turn);
		}
		catch (DataAccessException ex) {
			logger.debug("A view is not kept; the next reader tries again");
		}
	}

	private static View answerOf(CompletableFuture<View> others) {
		try {
			return others.copy().orTimeout(3, TimeUnit.SECONDS).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw busy();
		}
	}

	private <T> T fromDatabase(Supplier<T> question) {
		if (!waitForTurn()) {
			refused.increment();
			throw busy();
		}
		try {
			fromDatabase.increment();
			return question.get();
		}
		finally {
			readers.release();
		}
	}

	private boolean waitForTurn() {
		try {
			return readers.tryAcquire(settings.readerWait().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static Problem busy() {
		return Problem.unavailable("reviews-busy", "Too many read reviews at the moment.", Duration.ofSeconds(1));
	}

	private static Counter reads(MeterRegistry meters, String source) {
		return Counter.builder("jangteo.reviews.reads")
			.description("Reads of reviews by where the answer came from")
			.tag("source", source)
			.register(meters);
	}

}
