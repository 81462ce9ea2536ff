package dev.jangteo.gateway.limits;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.jangteo.gateway.limits.LimitSettings.Allowance;

/**
 * The token buckets all gateways share, one Redis call each time. One failed or late
 * answer is enough to leave Redis alone; a probe beside the requests brings it back.
 */
@Component
class SharedBuckets {

	private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);

	/** Redis' own clock fills the bucket, so gateways need not agree on the time. */
	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> TAKE = RedisScript.of("""
			local rate, burst, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
			local time = redis.call('TIME')
			local now = time[1] * 1000000 + time[2]
			local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
			local tokens = tonumber(kept[1]) or burst
			local at = tonumber(kept[2]) or now
			tokens = math.min(burst, tokens + math.max(0, now - at) * rate / 1000000)
			local granted = math.min(wanted, math.floor(tokens))
			tokens = tokens - granted
			redis.call('HSET', KEYS[1], 'tokens', tokens, 'at', string.format('%.0f', now))
			redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 1000)
			return {granted, granted > 0 and 0 or math.ceil((1 - tokens) * 1000000 / rate)}
			""", List.class);

	private final ReactiveStringRedisTemplate redis;

	private final Duration within;

	private volatile boolean available;

	private volatile long calls;

	record Answer(int granted, long waitNanos) {
	}

	SharedBuckets(ReactiveRedisConnectionFactory connections, LimitSettings settings) {
		this.redis = new ReactiveStringRedisTemplate(connections);
		this.within = settings.redisWithin();
	}

	boolean isAvailable() {
		return available;
	}

	/**
	 * Takes up to {@code wanted} tokens; an error when Redis does not answer in time.
	 */
	Mono<Answer> take(String key, Allowance allowance, int wanted) {
		calls++;
		return redis
			.execute(TAKE, List.of(key),
					List.of(Double.toString(allowance.perSecond()), Integer.toString(allowance.burst()),
							Integer.toString(wanted)))
			.next()
			.timeout(within)
			.map(answer -> new Answer(number(answer, 0).intValue(), number(answer, 1).longValue() * 1000))
			.doOnError(this::lost);
	}

	private static Number number(List<?> answer, int index) {
		return (Number) answer.get(index);
	}

	private void lost(Throwable cause) {
		if (available) {
			available = false;
			LOG.warn("Redis does not answer, rate limits are local: {}", cause.toString());
		}
	}

	/**
	 * Also makes the connection, so that no request ever waits for one.
	 */
	@Scheduled(fixedDelay = 250, initialDelay = 0)
	void probe() {
		if (available) {
			return;
		}
		try {
			redis.execute(connection -> connection.ping()).blockFirst(Duration.ofMillis(500));
			available = true;
			LOG.info("Redis answers, rate limits are shared.");
		}
		catch (RuntimeException _) {
			LOG.debug("Redis still does not answer.");
		}
	}

	long calls() {
		return calls;
	}

}
