package dev.jangteo.events.following;

import java.time.Clock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisFailedSubjectsTests extends FailedSubjectsContract {

	@Autowired
	StringRedisTemplate redis;

	@Override
	FailedSubjects store() {
		return new RedisFailedSubjects(redis, "tests", PACE, Clock.systemUTC());
	}

	@Override
	FollowerMemory remembering() {
		return new RedisFollowerMemory(redis, "tests");
	}

}
