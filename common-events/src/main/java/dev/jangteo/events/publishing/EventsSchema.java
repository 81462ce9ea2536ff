package dev.jangteo.events.publishing;

import java.util.Set;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Makes the tables of the event machinery, with a history of their own, after the
 * service's own migrations and before anything that uses the database.
 */
final class EventsSchema implements InitializingBean {

	private final DataSource dataSource;

	EventsSchema(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void afterPropertiesSet() {
		Flyway.configure()
			.dataSource(dataSource)
			.locations("classpath:db/events")
			.table("events_schema_history")
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load()
			.migrate();
	}

	/** Tells Spring Boot to let JPA and JDBC wait for this schema. */
	static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {

		/**
		 * Any number greater than that of the detectors for the service's own migrations.
		 */
		private static final int AFTER_OWN_MIGRATIONS = 1000;

		@Override
		protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
			return Set.of(EventsSchema.class);
		}

		@Override
		public int getOrder() {
			return AFTER_OWN_MIGRATIONS;
		}

	}

}
