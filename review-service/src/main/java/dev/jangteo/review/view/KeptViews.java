package dev.jangteo.review.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.RedisStringCommands.SetOption;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.types.Expiration;
import org.springframework.stereotype.Component;

/**
 * The views in Redis. All keys of a shop lie in one slot. An older view never replaces a
 * newer one, whoever writes last. Every method throws {@link DataAccessException} while
 * Redis is away.
 */
@Component
class KeptViews {

	private static final byte[] REPLACE_OLDER = """
			if redis.call('DEL', KEYS[1]) == 0 then
				return 0
			end
			local held = redis.call('GET', KEYS[2])
			if held and tonumber(held) > tonumber(ARGV[1]) then
				return 1
			end
			redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
			for i = 3, #KEYS do
				redis.call('SET', KEYS[i], ARGV[i], 'PX', ARGV[2])
			end
			return 1
			""".getBytes(StandardCharsets.UTF_8);

	/** Much shorter than anything is kept. */
	private static final Duration TURN = Duration.ofSeconds(10);

	private final StringRedisTemplate redis;

	private final ViewSettings settings;

	private final InstantSource clock;

	private volatile long pausedUntil;

	KeptViews(StringRedisTemplate redis, ViewSettings settings) {
		this.redis = redis;
		this.settings = settings;
		this.clock = InstantSource.system();
	}

	byte @Nullable [] page(Subject subject, FrontPage page) {
		return get(key(subject, page.key()));
	}

	byte @Nullable [] summary(Subject subject) {
		return get(key(subject, "summary"));
	}

	/**
	 * To be called before a view is read from the database. What Redis holds from now on
	 * it still holds when the turn is used, or the turn is lost with it.
	 */
	Turn begin(Subject subject) {
		var turn = new Turn(subject, UUID.randomUUID());
		call((connection) -> connection.stringCommands()
			.set(turnKey(turn), bytes("1"), Expiration.from(TURN), SetOption.upsert()));
		return turn;
	}

	/**
	 * Keeps a view, unless a newer one is there.
	 * @param turn begun before the view was read
	 * @return whether this view or a newer one is there now; false when Redis has been
	 * emptied since the turn began, or the turn took too long
	 */
	boolean put(View view, Turn turn) {
		var keys = new ArrayList<byte[]>();
		var values = new ArrayList<byte[]>();
		keys.add(turnKey(turn));
		keys.add(key(view.subject(), "change"));
		values.add(bytes(Long.toString(view.change())));
		values.add(bytes(Long.toString(kept(view).toMillis())));
		keys.add(key(view.subject(), "summary"));
		values.add(view.summary());
		for (var page : FrontPage.values()) {
			keys.add(key(view.subject(), page.key()));
			values.add(view.page(page));
		}
		var count = keys.size();
		keys.addAll(values);
		var answer = call((connection) -> connection.scriptingCommands()
			.<Long>eval(REPLACE_OLDER, ReturnType.INTEGER, count, keys.toArray(byte[][]::new)));
		return answer != null && answer == 1;
	}

	private static byte[] turnKey(Turn turn) {
		return key(turn.subject(), "turn:" + turn.id());
	}

	private Duration kept(View view) {
		return view.empty() ? settings.keptEmpty() : settings.kept();
	}

	private byte @Nullable [] get(byte[] key) {
		return call((connection) -> connection.stringCommands().get(key));
	}

	// Whoever has just failed is not asked by everybody else as well.
	private <T> @Nullable T call(RedisCallback<T> command) {
		if (clock.millis() < pausedUntil) {
			throw new DataAccessResourceFailureException("Redis has failed a moment ago");
		}
		try {
			return redis.execute(command);
		}
		catch (DataAccessException ex) {
			pausedUntil = clock.millis() + settings.redisPause().toMillis();
			throw ex;
		}
	}

	private static byte[] key(Subject subject, String part) {
		return bytes("jangteo:reviews:{%s}:%s:%s".formatted(subject.shopId(), subject.productId(), part));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Somebody is about to make a view. */
	record Turn(Subject subject, UUID id) {
	}

}
