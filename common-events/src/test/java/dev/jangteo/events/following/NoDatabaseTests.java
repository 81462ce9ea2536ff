package dev.jangteo.events.following;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.Followers;
import dev.jangteo.events.NotificationLog;
import dev.jangteo.events.OwnerClients;
import dev.jangteo.events.SliceDigest;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.servers.TestServers;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that only follows needs no database, and Kafka need not be there when it
 * starts.
 */
class NoDatabaseTests {

	@Test
	void aServiceWithoutADatabaseFollowsWithRedisAlone() {
		new WebApplicationContextRunner().withUserConfiguration(Service.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.flywaydb", "com.zaxxer.hikari",
					"org.postgresql", "org.springframework.boot.jdbc", "org.springframework.boot.flyway"))
			.withPropertyValues("spring.application.name=follower", "jangteo.events.failed-subjects=redis",
					"management.otlp.metrics.export.enabled=false", "spring.data.redis.url=" + TestServers.redis(),
					"spring.kafka.bootstrap-servers=127.0.0.1:1")
			.run(context -> assertThat(context).hasNotFailed()
				.hasSingleBean(Followers.class)
				.hasSingleBean(RedisFailedSubjects.class)
				.doesNotHaveBean(NotificationLog.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		@Bean
		OwnerClients clients() {
			return _ -> {
				throw new IllegalStateException("nobody is asked");
			};
		}

		@Bean
		Follower<String> follower() {
			return new Nothing();
		}

	}

	private static final class Nothing implements Follower<String>, VersionIndex {

		@Override
		public Followed<String> followed() {
			return new Followed<>("nothing", "thing", "things", String.class);
		}

		@Override
		public Map<UUID, Long> versions(Collection<UUID> ids) {
			return Map.of();
		}

		@Override
		public void apply(List<Versioned<String>> states) {
		}

		@Override
		public void remove(UUID id, long version) {
		}

		@Override
		public VersionIndex versionIndex() {
			return this;
		}

		@Override
		public boolean isEmpty() {
			return false;
		}

		@Override
		public List<SliceDigest> digests() {
			return List.of();
		}

		@Override
		public Map<UUID, Long> versions(int slice) {
			return Map.of();
		}

	}

}
