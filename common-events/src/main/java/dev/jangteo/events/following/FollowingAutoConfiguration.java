package dev.jangteo.events.following;

import java.time.Clock;

import javax.sql.DataSource;

import dev.jangteo.events.Follower;
import dev.jangteo.events.OwnerClients;
import dev.jangteo.events.wire.BrokerWatch;
import dev.jangteo.events.wire.Traces;
import dev.jangteo.events.wire.WireAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;

/** Sets up the followers of a service that declares some. */
@AutoConfiguration(after = WireAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
				"org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
				"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
				"dev.jangteo.events.publishing.PublishingAutoConfiguration" })
@ConditionalOnBean(Follower.class)
@EnableConfigurationProperties(FollowingSettings.class)
@Import({ FollowingAutoConfiguration.Jdbc.class, FollowingAutoConfiguration.Redis.class })
class FollowingAutoConfiguration {

	@Bean
	Copies followerCopies(ObjectProvider<Follower<?>> followers, FollowingSettings settings, Environment environment,
			ConsumerFactory<?, ?> consumers, OwnerClients clients, FailedSubjects failures, FollowerMemory memory,
			BrokerWatch broker, Traces traces, MeterRegistry meters, ObjectProvider<JsonMapper> json) {
		var tools = new Following.Tools(environment.getProperty("spring.application.name", "application"), settings,
				consumers.getConfigurationProperties(), failures, memory, broker, traces, meters);
		var mapper = json.getIfAvailable(JsonMapper::shared);
		return new Copies(
				followers.orderedStream().map(follower -> following(follower, clients, tools, mapper)).toList(),
				settings);
	}

	private static <S> Following<S> following(Follower<S> follower, OwnerClients clients, Following.Tools tools,
			JsonMapper json) {
		return new Following<>(follower, new Owner<>(follower.followed(), clients, tools.traces(), json), tools);
	}

	private static FailedSubjects.Pace pace(FollowingSettings settings) {
		var retry = settings.retry();
		return new FailedSubjects.Pace(retry.attempts(), retry.firstPause(), retry.longestPause());
	}

	/** What is kept is kept in the service's database. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JdbcClient.class, DataSource.class })
	@ConditionalOnProperty(name = "jangteo.events.failed-subjects", havingValue = "jdbc", matchIfMissing = true)
	static class Jdbc {

		@Bean
		FailedSubjects failedSubjects(JdbcClient jdbc, FollowingSettings settings) {
			return new JdbcFailedSubjects(jdbc, pace(settings));
		}

		@Bean
		FollowerMemory followerMemory(JdbcClient jdbc) {
			return new JdbcFollowerMemory(jdbc);
		}

	}

	/** What is kept is kept in Redis. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(StringRedisTemplate.class)
	@ConditionalOnProperty(name = "jangteo.events.failed-subjects", havingValue = "redis")
	static class Redis {

		@Bean
		FailedSubjects failedSubjects(StringRedisTemplate redis, FollowingSettings settings, Environment environment) {
			return new RedisFailedSubjects(redis, service(environment), pace(settings), Clock.systemUTC());
		}

		@Bean
		FollowerMemory followerMemory(StringRedisTemplate redis, Environment environment) {
			return new RedisFollowerMemory(redis, service(environment));
		}

		private static String service(Environment environment) {
			return environment.getProperty("spring.application.name", "application");
		}

	}

	/** What operators see and do. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Web {

		@Bean
		CopiesController copiesController(Copies copies) {
			return new CopiesController(copies);
		}

		@Bean
		DeadLettersController deadLettersController(Copies copies, FailedSubjects failures) {
			return new DeadLettersController(copies, failures);
		}

		@Bean
		ReconciliationController reconciliationController(Copies copies) {
			return new ReconciliationController(copies);
		}

	}

}
