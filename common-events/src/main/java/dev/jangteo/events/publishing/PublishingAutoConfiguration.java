package dev.jangteo.events.publishing;

import java.sql.DriverManager;
import java.time.Clock;
import java.util.Properties;

import javax.sql.DataSource;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.wire.BrokerWatch;
import dev.jangteo.events.wire.Traces;
import dev.jangteo.events.wire.WireAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up the log, the relay and the feed of a service that has a database. */
@AutoConfiguration(
		after = { WireAutoConfiguration.class, DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcClientAutoConfiguration.class },
		afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnClass({ DataSource.class, Flyway.class, JdbcClient.class, DataSourceAutoConfiguration.class })
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(PublishingSettings.class)
class PublishingAutoConfiguration {

	private final PublishingSettings settings;

	private final String source;

	private final DataSource dataSource;

	PublishingAutoConfiguration(PublishingSettings settings, Environment environment, DataSource dataSource) {
		this.settings = settings;
		this.source = (settings.source() != null) ? settings.source()
				: "/" + environment.getProperty("spring.application.name", "application");
		this.dataSource = dataSource;
	}

	@Bean
	EventsSchema eventsSchema() {
		return new EventsSchema(dataSource);
	}

	@Bean
	Topics notificationTopics(KafkaAdmin admin) {
		return new Topics(admin.getConfigurationProperties(), settings.publishes(), settings.topics());
	}

	@Bean
	@ConditionalOnProperty(name = "jangteo.events.relay.enabled", matchIfMissing = true)
	Relay notificationRelay(ObjectProvider<JdbcConnectionDetails> details, ProducerFactory<?, ?> producers,
			BrokerWatch broker, Topics topics, MeterRegistry meters) {
		return new Relay(settings.relay(), connections(details.getIfAvailable()),
				() -> Sender.open(producers.getConfigurationProperties(), source), broker, topics::declared, meters);
	}

	/**
	 * Outside of the pool, where it cannot be taken from the requests; from it only if
	 * there is no other way.
	 */
	private Relay.Connections connections(@Nullable JdbcConnectionDetails details) {
		if (details == null) {
			return dataSource::getConnection;
		}
		var properties = new Properties();
		if (details.getUsername() != null) {
			properties.setProperty("user", details.getUsername());
		}
		if (details.getPassword() != null) {
			properties.setProperty("password", details.getPassword());
		}
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("connectTimeout", "3");
		properties.setProperty("socketTimeout", "60");
		return () -> DriverManager.getConnection(details.getJdbcUrl(), properties);
	}

	@Bean
	JdbcNotificationLog notificationLog(Traces traces, ObjectProvider<Relay> relays) {
		var relay = relays.getIfAvailable();
		return new JdbcNotificationLog(dataSource, settings.publishes(), traces, (relay != null) ? relay::wake : () -> {
		});
	}

	@Bean
	Housekeeping notificationHousekeeping(JdbcClient jdbc, PlatformTransactionManager transactions,
			MeterRegistry meters) {
		return new Housekeeping(jdbc, own(transactions), settings.relay(), Clock.systemUTC(), meters);
	}

	@Bean
	Feed notificationFeed(JdbcTemplate jdbc) {
		return new Feed(jdbc);
	}

	@Bean
	Parked parkedNotifications(JdbcClient jdbc, PlatformTransactionManager transactions, JdbcNotificationLog log) {
		return new Parked(jdbc, own(transactions), log);
	}

	@Bean
	Republishing notificationRepublishing(JdbcClient jdbc, PlatformTransactionManager transactions,
			JdbcNotificationLog log, ObjectProvider<AggregateSource<?>> sources) {
		return new Republishing(jdbc, own(transactions), log, sources.orderedStream().toList(), settings.publishes());
	}

	private static TransactionTemplate own(PlatformTransactionManager transactions) {
		var own = new TransactionTemplate(transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return own;
	}

	/** What is served over HTTP. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Web {

		@Bean
		FeedController notificationFeedController(Feed feed, PublishingAutoConfiguration publishing) {
			return new FeedController(feed, publishing.source);
		}

		@Bean
		ParkedController parkedNotificationsController(Parked parked) {
			return new ParkedController(parked);
		}

		@Bean
		RepublishingController notificationRepublishingController(Republishing republishing) {
			return new RepublishingController(republishing);
		}

	}

}
