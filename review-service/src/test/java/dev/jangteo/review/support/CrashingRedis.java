package dev.jangteo.review.support;

import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Fails before a command or after it, so that nothing is remembered of it, as when the
 * process is killed there.
 */
public final class CrashingRedis extends StringRedisTemplate {

	private static volatile double share;

	private static volatile Random random = new Random();

	private CrashingRedis(RedisConnectionFactory connections) {
		super(connections);
	}

	/** From now on this share of the commands fails, half of them before, half after. */
	public static void crash(double share, long seed) {
		CrashingRedis.random = new Random(seed);
		CrashingRedis.share = share;
	}

	@Override
	public <T> @Nullable T execute(RedisCallback<T> command) {
		var dice = random.nextDouble();
		if (dice < share / 2) {
			throw new DataAccessResourceFailureException("killed before");
		}
		var answer = super.execute(command);
		if (dice < share) {
			throw new DataAccessResourceFailureException("killed after");
		}
		return answer;
	}

	@TestConfiguration
	public static class Wrapping {

		@Bean
		static BeanPostProcessor crashes() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof StringRedisTemplate template && !(bean instanceof CrashingRedis))
							? new CrashingRedis(template.getRequiredConnectionFactory()) : bean;
				}
			};
		}

	}

}
