package dev.jangteo.events.wire;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;

/** Sets up what both sides share. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, afterName = {
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration" })
public class WireAutoConfiguration {

	@Bean
	Traces notificationTraces(ObjectProvider<Tracer> tracers) {
		return new Traces(tracers.getIfAvailable(() -> Tracer.NOOP));
	}

	@Bean
	BrokerWatch brokerWatch(KafkaAdmin admin, Environment environment) {
		var patience = Binder.get(environment)
			.bind("jangteo.events.broker-patience", Duration.class)
			.orElse(Duration.ofSeconds(2));
		return new BrokerWatch(admin.getConfigurationProperties(), patience, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	MeterRegistry eventsMeterRegistry() {
		return new SimpleMeterRegistry();
	}

}
