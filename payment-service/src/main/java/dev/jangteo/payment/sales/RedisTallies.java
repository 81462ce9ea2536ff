package dev.jangteo.payment.sales;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * What all instances have counted, a hash per day. Every method throws
 * {@link org.springframework.dao.DataAccessException} while Redis is away.
 */
@Component
class RedisTallies {

	private static final Duration KEPT = Duration.ofDays(3);

	private static final RedisScript<Long> ADD = RedisScript.of("""
			for i = 1, #ARGV - 1, 2 do
				redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1])
			end
			return redis.call('EXPIRE', KEYS[1], ARGV[#ARGV])
			""", Long.class);

	private final StringRedisTemplate redis;

	RedisTallies(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** Adds, all of it or nothing, in one round trip. */
	void add(LocalDate day, Map<String, Long> added) {
		if (added.isEmpty()) {
			return;
		}
		var arguments = new ArrayList<String>();
		added.forEach((field, value) -> {
			arguments.add(field);
			arguments.add(value.toString());
		});
		arguments.add(Long.toString(KEPT.toSeconds()));
		redis.execute(ADD, List.of(key(day)), arguments.toArray());
	}

	Tally read(LocalDate day) {
		var fields = new HashMap<String, Long>();
		redis.opsForHash()
			.entries(key(day))
			.forEach((field, value) -> fields.put(field.toString(), Long.parseLong(value.toString())));
		return new Tally(fields);
	}

	private static String key(LocalDate day) {
		return "jangteo:sales:{%s}".formatted(day);
	}

}
