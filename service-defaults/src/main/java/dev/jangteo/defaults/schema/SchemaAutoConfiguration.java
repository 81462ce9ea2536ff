package dev.jangteo.defaults.schema;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the tables where there is a database.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({ JdbcTemplate.class, Flyway.class })
@ConditionalOnBean(DataSource.class)
class SchemaAutoConfiguration {

	@Bean
	DefaultsSchema defaultsSchema(DataSource database) {
		return new DefaultsSchema(database);
	}

}
