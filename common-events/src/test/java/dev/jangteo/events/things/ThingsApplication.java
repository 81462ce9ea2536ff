package dev.jangteo.events.things;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.events.OwnerClients;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.servers.TestServers;

import org.awaitility.Awaitility;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@SpringBootConfiguration
@EnableAutoConfiguration
public class ThingsApplication {

	static {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
	}

	@Bean
	DynamicPropertyRegistrar servers() {
		Broker.SERVER.start();
		var database = TestServers.postgres("events_tests");
		return properties -> {
			properties.add("spring.datasource.url", database::url);
			properties.add("spring.datasource.username", database::username);
			properties.add("spring.datasource.password", database::password);
			properties.add("spring.kafka.bootstrap-servers", Broker.SERVER::bootstrapServers);
			properties.add("spring.data.redis.url", TestServers::redis);
		};
	}

	@Bean
	Things things(JdbcClient jdbc, TransactionTemplate transactions, NotificationLog log) {
		return new Things(jdbc, transactions, log, "thing");
	}

	/** Another aggregate, so that one test does not see what another one does. */
	@Bean
	Things gadgets(JdbcClient jdbc, TransactionTemplate transactions, NotificationLog log) {
		return new Things(jdbc, transactions, log, "gadget");
	}

	@Bean
	ThingCopy thingCopy(JdbcClient jdbc) {
		return new ThingCopy(jdbc, "thing_copy", "thing", "things");
	}

	@Bean
	OwnerFaults ownerFaults() {
		return new OwnerFaults();
	}

	@Bean
	OwnerClients ownerClients(Environment environment, OwnerFaults faults) {
		return _ -> {
			var port = environment.getProperty("local.server.port");
			if (port == null) {
				throw new OwnerUnavailable("not started yet", null);
			}
			return RestClient.builder()
				.baseUrl("http://127.0.0.1:" + port)
				.requestFactory(new JdkClientHttpRequestFactory())
				.requestInterceptor(faults)
				.build();
		};
	}

	@RestController
	static class ThingsController {

		private final Things things;

		ThingsController(@Qualifier("things") Things things) {
			this.things = things;
		}

		@PostMapping("/things/{name}")
		Map<String, UUID> make(@PathVariable String name) {
			return Map.of("id", things.make(name));
		}

	}

}
