package dev.jangteo.defaults.clients;

import java.time.Clock;

import dev.jangteo.defaults.ServiceClients;
import dev.jangteo.defaults.security.ServiceSecret;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * The neighbours' clients and what is measured of them.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
		"dev.jangteo.defaults.security.SecurityDefaultsAutoConfiguration" })
@EnableConfigurationProperties(ClientsSettings.class)
class ClientsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BulkheadRegistry bulkheads() {
		return BulkheadRegistry.ofDefaults();
	}

	@Bean
	@ConditionalOnMissingBean
	CircuitBreakerRegistry breakers() {
		return CircuitBreakerRegistry.ofDefaults();
	}

	@Bean
	@ConditionalOnMissingBean
	ServiceClients serviceClients(ClientsSettings settings, ObjectProvider<RestClient.Builder> builders,
			ServiceSecret secret, BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers,
			@Value("${spring.application.name}") String name) {
		var tokens = new ServiceTokens(secret, name, Clock.systemUTC());
		return new BoundedServiceClients(settings, builders::getObject, tokens, bulkheads, breakers);
	}

	@Bean
	MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
		return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
	}

	@Bean
	MeterBinder breakerMetrics(CircuitBreakerRegistry breakers) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
	}

}
