package dev.jangteo.gateway.limits;

import java.time.Duration;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import dev.jangteo.gateway.limits.LimitSettings.Allowance;
import dev.jangteo.gateway.limits.LimitSettings.Group;

/**
 * Limits callers per group of routes. Most requests are decided here without asking
 * anybody; the others with one call to Redis, or locally when it does not answer.
 */
@Component
public class RateLimits {

	/** Allowed, as every answer that is not positive, except {@link #ASK}. */
	public static final long ALLOWED = Bucket.ALLOWED;

	/** Not known here: {@link #ask}. */
	public static final long ASK = Bucket.ASK;

	private final SharedBuckets shared;

	private final Map<String, Group> groups;

	private final boolean enabled;

	private final int lease;

	private final Cache<String, Bucket> buckets;

	RateLimits(SharedBuckets shared, LimitSettings settings, MeterRegistry meters) {
		this.shared = shared;
		this.groups = Map.copyOf(settings.groups());
		this.enabled = settings.enabled();
		this.lease = settings.lease();
		this.buckets = Caffeine.newBuilder()
			.maximumSize(settings.callers())
			.executor(Runnable::run)
			.expireAfterAccess(Duration.ofMinutes(2))
			.build();
		Gauge.builder("jangteo.gateway.limits.shared", shared, s -> s.isAvailable() ? 1 : 0)
			.description("1 while rate limits are shared through Redis, 0 while they are local")
			.register(meters);
	}

	/**
	 * @return {@link #ALLOWED}, {@link #ASK}, or after how many nanoseconds to come again
	 */
	public long takeForMember(String group, String member) {
		return take(group + ":member:", member, allowance(group, true));
	}

	/**
	 * @return {@link #ALLOWED}, {@link #ASK}, or after how many nanoseconds to come again
	 */
	public long takeForAddress(String group, String address) {
		return take(group + ":address:", address, allowance(group, false));
	}

	/**
	 * Asks the shared bucket after {@link #ASK}.
	 */
	public Mono<Long> askForMember(String group, String member) {
		return ask(group + ":member:" + member, true);
	}

	/**
	 * Asks the shared bucket after {@link #ASK}.
	 */
	public Mono<Long> askForAddress(String group, String address) {
		return ask(group + ":address:" + address, true);
	}

	private @Nullable Allowance allowance(String name, boolean member) {
		var group = groups.get(name);
		if (!enabled || group == null) {
			return null;
		}
		return member ? group.member() : group.address();
	}

	private long take(String kind, String caller, @Nullable Allowance allowance) {

		if (allowance == null) {
			return ALLOWED;
		}

		var key = kind + caller;
		var now = System.nanoTime();
		var bucket = buckets.get(key, _ -> new Bucket(allowance, lease, now));

		if (!shared.isAvailable()) {
			return bucket.takeLocally(now);
		}

		var taken = bucket.take(now);
		if (taken == ALLOWED && bucket.isRunningLow()) {
			ask(key, false).subscribe();
		}
		return taken;
	}

	private Mono<Long> ask(String key, boolean waiting) {
		var bucket = buckets.getIfPresent(key);
		if (bucket == null) {
			return Mono.just(ALLOWED);
		}
		var asking = bucket.ask(System.nanoTime());
		return shared.take("jangteo:gateway:limit:" + key, bucket.allowance(), asking.tokens())
			.map(answer -> bucket.answered(asking, answer.granted(), answer.waitNanos(), waiting, System.nanoTime()))
			.onErrorResume(_ -> Mono.just(bucket.unanswered(asking, waiting, System.nanoTime())));
	}

}
