package dev.jangteo.defaults.schema;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/**
 * The tables, with a history of their own. Whoever uses one of them depends on this bean.
 */
public class DefaultsSchema {

	DefaultsSchema(DataSource database) {
		Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/defaults")
			.table("defaults_schema_history")
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load()
			.migrate();
	}

}
