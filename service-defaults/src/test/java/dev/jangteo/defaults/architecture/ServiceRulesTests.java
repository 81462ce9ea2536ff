package dev.jangteo.defaults.architecture;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceRulesTests {

	private static final JavaClasses GOOD = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages("dev.jangteo.defaults.clients", "dev.jangteo.defaults.idempotency");

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void eachRuleFindsItsFault(String name, ArchRule rule, Class<?> fault) {
		assertThat(rule.evaluate(new ClassFileImporter().importClasses(fault)).hasViolation()).isTrue();
		assertThat(rule.evaluate(GOOD).hasViolation()).isFalse();
	}

	static Stream<Arguments> eachRuleFindsItsFault() {
		return Stream.of(Arguments.of("names", ServiceRules.names_speak_the_domain, OrderHelper.class),
				Arguments.of("edges", ServiceRules.the_edges_are_hidden, PublicController.class),
				Arguments.of("spring in aggregates", ServiceRules.aggregates_know_no_spring, SpringyAggregate.class),
				Arguments.of("setters", ServiceRules.aggregates_have_no_setters, SpringyAggregate.class),
				Arguments.of("time", ServiceRules.aggregates_do_not_ask_for_the_time, SpringyAggregate.class),
				Arguments.of("kafka", ServiceRules.only_common_events_talks_to_kafka, OwnProducer.class),
				Arguments.of("other services", ServiceRules.no_service_depends_on_another, OwnServers.class),
				Arguments.of("fields", ServiceRules.nothing_is_injected_into_fields, InjectedField.class),
				Arguments.of("public fields", ServiceRules.fields_are_hidden, InjectedField.class),
				Arguments.of("printing", ServiceRules.nothing_is_printed, Printing.class));
	}

	static class OrderHelper {

	}

	@RestController
	public static class PublicController {

	}

	@Entity
	static class SpringyAggregate {

		HttpStatus status = HttpStatus.OK;

		java.time.Instant at = java.time.Instant.now();

		void setStatus(HttpStatus status) {
			this.status = status;
		}

	}

	static class OwnProducer {

		ProducerRecord<String, String> notification = new ProducerRecord<>("topic", "value");

	}

	static class OwnServers {

		String url = dev.jangteo.servers.TestServers.redis();

	}

	static class InjectedField {

		@Autowired
		public String name;

	}

	static class Printing {

		void print() {
			System.out.println();
		}

	}

}
