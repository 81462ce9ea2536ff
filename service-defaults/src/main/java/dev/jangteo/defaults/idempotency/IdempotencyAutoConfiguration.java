package dev.jangteo.defaults.idempotency;

import javax.sql.DataSource;

import dev.jangteo.defaults.Idempotency;
import dev.jangteo.defaults.schema.DefaultsSchema;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Idempotency for services with a database; {@code jangteo.idempotency.enabled=false} for
 * one that needs none.
 */
@AutoConfiguration(afterName = { "dev.jangteo.defaults.schema.SchemaAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
		"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
		"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
		"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration" })
@ConditionalOnClass({ JdbcTemplate.class, TransactionTemplate.class })
@ConditionalOnBean(DefaultsSchema.class)
@ConditionalOnProperty(name = "jangteo.idempotency.enabled", matchIfMissing = true)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyAutoConfiguration {

	@Bean
	StoredAnswers storedAnswers(DataSource database, DefaultsSchema schema) {
		return new StoredAnswers(new JdbcTemplate(database));
	}

	@Bean
	@ConditionalOnMissingBean
	Idempotency idempotency(StoredAnswers answers, PlatformTransactionManager transactions, JsonMapper json) {
		return new StoredIdempotency(answers, new TransactionTemplate(transactions), json);
	}

	@Bean
	AnswerPurge answerPurge(StoredAnswers answers, IdempotencySettings settings) {
		return new AnswerPurge(answers, settings);
	}

}
