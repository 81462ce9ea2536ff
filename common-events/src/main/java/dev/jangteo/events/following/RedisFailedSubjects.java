package dev.jangteo.events.following;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Kept in Redis, for services without a database: per follower a hash of what failed, the
 * due times of those that are retried, and the names of the dead. All keys of a follower
 * share a hash tag.
 */
final class RedisFailedSubjects implements FailedSubjects {

	/**
	 * Each entry is {@code version|attempts|failedAt|error}; what is dead is in the third
	 * key.
	 */
	private static final RedisScript<Long> FAILED = RedisScript.of("""
			local known = redis.call('HGET', KEYS[1], ARGV[1])
			local version, attempts = tonumber(ARGV[2]), 0
			if known then
				local v, a = string.match(known, '^(%d+)|(%d+)|')
				version, attempts = math.max(version, tonumber(v)), tonumber(a)
			end
			local again = ARGV[8] == '1'
			if again and not known then return 0 end
			if again or not known then
				attempts = attempts + 1
				if attempts >= tonumber(ARGV[5]) then
					redis.call('ZREM', KEYS[2], ARGV[1])
					redis.call('SADD', KEYS[3], ARGV[1])
				else
					local pause = math.min(tonumber(ARGV[6]) * 2 ^ math.min(attempts - 1, 40), tonumber(ARGV[7]))
					redis.call('ZADD', KEYS[2], tonumber(ARGV[4]) + pause, ARGV[1])
				end
			end
			redis.call('HSET', KEYS[1], ARGV[1],
				string.format('%.0f|%d|%s|%s', version, attempts, ARGV[4], ARGV[3]))
			return 1
			""", Long.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> DUE = new DefaultRedisScript<>("""
			local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
			for _, subject in ipairs(due) do redis.call('ZADD', KEYS[1], ARGV[3], subject) end
			return due
			""", List.class);

	private static final RedisScript<Long> REPLAY = RedisScript.of("""
			local known = redis.call('HGET', KEYS[1], ARGV[1])
			if not known then return 0 end
			local version, rest = string.match(known, '^(%d+)|%d+|(.*)$')
			redis.call('HSET', KEYS[1], ARGV[1], version .. '|0|' .. rest)
			redis.call('SREM', KEYS[3], ARGV[1])
			redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
			return 1
			""", Long.class);

	private static final RedisScript<Long> DROP = RedisScript.of("""
			local dropped = 0
			for _, subject in ipairs(ARGV) do
				dropped = dropped + redis.call('HDEL', KEYS[1], subject)
				redis.call('ZREM', KEYS[2], subject)
				redis.call('SREM', KEYS[3], subject)
			end
			return dropped
			""", Long.class);

	private final StringRedisTemplate redis;

	private final String service;

	private final Pace pace;

	private final Clock clock;

	RedisFailedSubjects(StringRedisTemplate redis, String service, Pace pace, Clock clock) {
		this.redis = redis;
		this.service = service;
		this.pace = pace;
		this.clock = clock;
	}

	@Override
	public void failed(String follower, UUID subject, long version, String error) {
		failed(follower, subject, version, error, false);
	}

	@Override
	public void failedAgain(String follower, UUID subject, long version, String error) {
		failed(follower, subject, version, error, true);
	}

	private void failed(String follower, UUID subject, long version, String error, boolean again) {
		redis.execute(FAILED, keys(follower), subject.toString(), String.valueOf(version), error,
				String.valueOf(clock.millis()), String.valueOf(pace.attempts()),
				String.valueOf(pace.first().toMillis()), String.valueOf(pace.longest().toMillis()), again ? "1" : "0");
	}

	@Override
	public void settled(String follower, Collection<UUID> subjects) {
		redis.execute(DROP, keys(follower), subjects.stream().map(UUID::toString).toArray());
	}

	@Override
	public List<FailedSubject> due(String follower, int limit, Duration lease) {
		var now = clock.millis();
		var due = redis.execute(DUE, List.of(key(follower, "due")), String.valueOf(now), String.valueOf(limit),
				String.valueOf(now + lease.toMillis()));
		return entries(follower, (due != null) ? due.stream().map(String::valueOf).toList() : List.<String>of());
	}

	/** Failures are rare and operators look at them seldom: it reads all and sorts. */
	@Override
	public List<FailedSubject> list(String follower, boolean dead, @Nullable UUID after, int limit) {
		var names = dead ? redis.opsForSet().members(key(follower, "dead"))
				: redis.opsForZSet().range(key(follower, "due"), 0, -1);
		var subjects = (names != null) ? names.stream() : Stream.<String>empty();
		return entries(follower,
				subjects.filter(name -> after == null || name.compareTo(after.toString()) > 0)
					.sorted()
					.limit(limit)
					.toList());
	}

	@Override
	public Optional<FailedSubject> find(String follower, UUID subject) {
		return entries(follower, List.of(subject.toString())).stream().findFirst();
	}

	@Override
	public Count count(String follower) {
		var retried = redis.opsForZSet().zCard(key(follower, "due"));
		var dead = redis.opsForSet().size(key(follower, "dead"));
		return new Count((retried != null) ? retried : 0, (dead != null) ? dead : 0);
	}

	@Override
	public boolean replay(String follower, UUID subject) {
		return Long.valueOf(1)
			.equals(redis.execute(REPLAY, keys(follower), subject.toString(), String.valueOf(clock.millis())));
	}

	@Override
	public boolean drop(String follower, UUID subject) {
		return Long.valueOf(1).equals(redis.execute(DROP, keys(follower), subject.toString()));
	}

	private List<FailedSubject> entries(String follower, List<String> names) {
		var found = new ArrayList<FailedSubject>();
		if (names.isEmpty()) {
			return found;
		}
		var entries = redis.<String, String>opsForHash().multiGet(key(follower, "failed"), names);
		for (int i = 0; i < names.size(); i++) {
			var entry = entries.get(i);
			if (entry != null) {
				found.add(failedSubject(follower, names.get(i), entry.split("\\|", 4)));
			}
		}
		return found;
	}

	private FailedSubject failedSubject(String follower, String name, String[] entry) {
		var due = redis.opsForZSet().score(key(follower, "due"), name);
		var failedAt = Instant.ofEpochMilli(Long.parseLong(entry[2]));
		return new FailedSubject(follower, UUID.fromString(name), Long.parseLong(entry[0]), Integer.parseInt(entry[1]),
				entry[3], due == null, failedAt, (due != null) ? Instant.ofEpochMilli(due.longValue()) : failedAt);
	}

	private List<String> keys(String follower) {
		return List.of(key(follower, "failed"), key(follower, "due"), key(follower, "dead"));
	}

	private String key(String follower, String part) {
		return "events:{%s.%s}:%s".formatted(service, follower, part);
	}

}
