package dev.jangteo.events.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.jayway.jsonpath.JsonPath;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.things.Broker;
import dev.jangteo.events.things.Things;
import dev.jangteo.events.things.ThingsTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ThingsTest
class RelayTests {

	private static final String PARKED = "/api/v1/ops/notifications/parked";

	@Autowired
	Things gadgets;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MeterRegistry meters;

	@Autowired
	Housekeeping housekeeping;

	@LocalServerPort
	int port;

	@Test
	void sendsACloudEventWithoutDataKeyedByItsSubject() {
		var id = gadgets.make("one");
		try (var topic = new TopicReader("jangteo.gadget")) {
			await()
				.untilAsserted(() -> assertThat(topic.read()).anyMatch(message -> message.key().equals(id.toString())));
			var message = topic.records.stream()
				.filter(one -> one.key().equals(id.toString()))
				.findFirst()
				.orElseThrow();
			assertThat(header(message, "content-type")).isEqualTo("application/cloudevents+json");
			Map<String, Object> event = JsonPath.read(message.value(), "$");
			assertThat(event).containsEntry("specversion", "1.0")
				.containsEntry("source", "/things-service")
				.containsEntry("type", "dev.jangteo.gadget.changed")
				.containsEntry("subject", id.toString())
				.containsEntry("subjectversion", 1)
				.containsOnlyKeys("specversion", "id", "source", "type", "subject", "subjectversion", "time");
			assertThat(UUID.fromString((String) event.get("id")).version()).isEqualTo(7);
		}
	}

	@Test
	void declaresItsTopicsCompacted() throws ExecutionException, InterruptedException {
		var topic = new ConfigResource(ConfigResource.Type.TOPIC, "jangteo.gadget");
		try (var admin = Admin.create(Map.of("bootstrap.servers", Broker.SERVER.bootstrapServers()))) {
			var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
			assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
		}
	}

	@Test
	void parksWhatCannotBeSentAndGoesOn() {
		var subject = UuidV7.next();
		// The first has no valid name, the second nobody ever declared.
		plant("no such topic!", subject);
		plant("undeclared", subject);
		var behind = gadgets.make("behind");

		try (var topic = new TopicReader("jangteo.gadget")) {
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(
						() -> assertThat(topic.read()).anyMatch(message -> message.key().equals(behind.toString())));
		}
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(parked()).hasSize(2)
				.allMatch(row -> row.get("subject").equals(subject.toString())));
		assertThat(meters.get("jangteo.events.relay.refused").counter().count()).isGreaterThanOrEqualTo(2);
		housekeeping.count();
		assertThat(meters.get("jangteo.events.parked").gauge().value()).isEqualTo(2);

		jdbc.sql("update notification_parked set aggregate = 'gadget' where aggregate = 'undeclared'").update();
		for (Map<String, Object> row : parked()) {
			if (row.get("aggregate").equals("gadget")) {
				client().post().uri(PARKED + "/" + row.get("position") + "/resend").retrieve().toBodilessEntity();
			}
			else {
				client().delete().uri(PARKED + "/" + row.get("position")).retrieve().toBodilessEntity();
			}
		}
		assertThat(parked()).isEmpty();
		try (var topic = new TopicReader("jangteo.gadget")) {
			await().untilAsserted(
					() -> assertThat(topic.read()).anyMatch(message -> message.key().equals(subject.toString())));
		}
	}

	@Test
	void knowsNoParkedNotificationAtAPositionItWasNotGiven() {
		var status = client().delete().uri(PARKED + "/1").exchange((_, response) -> response.getStatusCode());
		assertThat(status).isEqualTo(HttpStatus.NOT_FOUND);
	}

	private void plant(String aggregate, UUID subject) {
		jdbc.sql("select append_notification(?, 'changed', ?, 1, null)")
			.params(aggregate, subject)
			.query(Long.class)
			.single();
	}

	private List<Map<String, Object>> parked() {
		return JsonPath.read(client().get().uri(PARKED).retrieve().body(String.class), "$.items");
	}

	private RestClient client() {
		return RestClient.create("http://127.0.0.1:" + port);
	}

	private static String header(ConsumerRecord<String, String> message, String name) {
		return new String(message.headers().lastHeader(name).value());
	}

}
