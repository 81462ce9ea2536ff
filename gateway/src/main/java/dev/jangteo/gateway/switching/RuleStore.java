package dev.jangteo.gateway.switching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The rules and their history in Redis. Rule, version and history entry change in one
 * script, so there is no change without its entry.
 */
@Component
class RuleStore {

	private static final Duration WITHIN = Duration.ofSeconds(1);

	/** One hash tag: the keys are used together. */
	private static final String PREFIX = "jangteo:gateway:{switch}:";

	private static final String RULES = PREFIX + "rules";

	private static final String VERSION = PREFIX + "version";

	private static final String HISTORY = PREFIX + "history";

	private static final RedisScript<Long> CHANGE = RedisScript.of("""
			local before = redis.call('HGET', KEYS[1], ARGV[1])
			if ARGV[2] == '' then
				if not before then return 0 end
				redis.call('HDEL', KEYS[1], ARGV[1])
			else
				redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
			end
			local version = redis.call('INCR', KEYS[2])
			redis.call('RPUSH', KEYS[3], '{"version":' .. version .. ',"by":"' .. ARGV[3] .. '","at":"' .. ARGV[4]
				.. '","action":"' .. (ARGV[2] == '' and 'REMOVED' or before and 'CHANGED' or 'ADDED')
				.. '","before":' .. (before or 'null') .. ',"after":' .. (ARGV[2] == '' and 'null' or ARGV[2]) .. '}')
			return version
			""", Long.class);

	/** Rules and their version as of one moment. */
	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> READ = RedisScript.of("""
			return {redis.call('GET', KEYS[2]) or '0', redis.call('HVALS', KEYS[1])}
			""", List.class);

	private final ReactiveStringRedisTemplate redis;

	private final JsonMapper json;

	record Snapshot(long version, List<SwitchRule> rules) {
	}

	RuleStore(ReactiveRedisConnectionFactory connections, JsonMapper json) {
		this.redis = new ReactiveStringRedisTemplate(connections);
		this.json = json;
	}

	Mono<Long> version() {
		return redis.opsForValue().get(VERSION).map(Long::valueOf).defaultIfEmpty(0L).timeout(WITHIN);
	}

	Mono<Snapshot> read() {
		return redis.execute(READ, List.of(RULES, VERSION), List.of()).next().timeout(WITHIN).map(this::toSnapshot);
	}

	private Snapshot toSnapshot(List<?> answer) {
		var rules = new ArrayList<SwitchRule>();
		for (var value : (List<?>) answer.get(1)) {
			rules.add(json.readValue((String) value, SwitchRule.class));
		}
		rules.sort(Comparator.comparing(SwitchRule::id));
		return new Snapshot(Long.parseLong((String) answer.get(0)), rules);
	}

	/**
	 * Adds or replaces a rule.
	 * @return the version of the rules since
	 */
	Mono<Long> put(SwitchRule rule) {
		return change(rule.id(), json.writeValueAsString(rule), rule.changedBy(), rule.changedAt());
	}

	/**
	 * @return the version of the rules since, 0 if there was no such rule
	 */
	Mono<Long> remove(UUID id, UUID by, Instant at) {
		return change(id, "", by, at);
	}

	private Mono<Long> change(UUID id, String rule, UUID by, Instant at) {
		return redis
			.execute(CHANGE, List.of(RULES, VERSION, HISTORY),
					List.of(id.toString(), rule, by.toString(), at.toString()))
			.next()
			.timeout(WITHIN);
	}

	/**
	 * A page of the history, newest first.
	 * @param before the place to go on from, or null for the newest
	 */
	Mono<HistoryPage> history(@Nullable Long before, int limit) {
		return redis.opsForList().size(HISTORY).timeout(WITHIN).flatMap(size -> {
			var end = (before != null) ? Math.min(before, size) : size;
			var start = Math.max(0, end - limit);
			if (end <= 0) {
				return Mono.just(new HistoryPage(List.of(), null));
			}
			return redis.opsForList()
				.range(HISTORY, start, end - 1)
				.map(entry -> json.readValue(entry, RuleChange.class))
				.collectList()
				.timeout(WITHIN)
				.map(page -> new HistoryPage(page.reversed(), start > 0 ? Long.toString(start) : null));
		});
	}

	record HistoryPage(List<RuleChange> items, @Nullable String nextCursor) {
	}

}
