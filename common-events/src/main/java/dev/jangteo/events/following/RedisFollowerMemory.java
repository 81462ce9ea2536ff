package dev.jangteo.events.following;

import java.util.Optional;

import org.springframework.data.redis.core.StringRedisTemplate;

/** Kept in Redis, one hash per follower. */
final class RedisFollowerMemory implements FollowerMemory {

	private final StringRedisTemplate redis;

	private final String service;

	RedisFollowerMemory(StringRedisTemplate redis, String service) {
		this.redis = redis;
		this.service = service;
	}

	@Override
	public Optional<String> recall(String follower, String item) {
		return Optional.ofNullable(redis.<String, String>opsForHash().get(key(follower), item));
	}

	@Override
	public void remember(String follower, String item, String content) {
		redis.opsForHash().put(key(follower), item, content);
	}

	private String key(String follower) {
		return "events:{%s.%s}:memory".formatted(service, follower);
	}

}
