package dev.jangteo.events.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.things.Things;
import dev.jangteo.events.things.ThingsTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ThingsTest
class RepublishingTests {

	private static final String REPUBLISH = "/api/v1/ops/notifications/republish";

	@Autowired
	Things gadgets;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void publishesTheNewestVersionsOfGivenIdsAgain() {
		var id = gadgets.make("gadget");
		gadgets.change(id, "changed");
		var deleted = gadgets.make("deleted");
		gadgets.delete(deleted);

		var progress = republish("""
				{"aggregate": "gadget", "ids": ["%s", "%s", "%s"]}""".formatted(id, deleted, UuidV7.next()));

		assertThat(progress).containsEntry("state", "DONE").containsEntry("published", 2).containsEntry("unknown", 1);
		assertThat(logged(id, 2)).isEqualTo(2);
		assertThat(logged(deleted, 2)).isEqualTo(2);
	}

	@Test
	void publishesAllOfAnAggregateAgain() {
		var id = gadgets.make("gadget");
		assertThat(republish("""
				{"aggregate": "gadget", "perSecond": 10000}""")).containsEntry("state", "DONE");
		assertThat(logged(id, 1)).isEqualTo(2);
	}

	@Test
	void publishesATypeWithinATimeRangeAgain() {
		var before = gadgets.make("before");
		var from = Instant.now();
		var changed = gadgets.make("gadget");
		var deleted = gadgets.make("deleted");
		gadgets.delete(deleted);

		republish("""
				{"type": "dev.jangteo.gadget.changed", "from": "%s", "perSecond": 10000}""".formatted(from));

		assertThat(logged(before, 1)).isEqualTo(1);
		assertThat(logged(changed, 1)).isEqualTo(2);
		assertThat(logged(deleted, 2)).isEqualTo(1);
	}

	@Test
	void goesNoFasterThanAskedAndCanBeStopped() {
		for (int i = 0; i < 3; i++) {
			gadgets.make("gadget");
		}
		var id = begin("""
				{"aggregate": "gadget", "perSecond": 1}""");
		client().delete().uri(REPUBLISH + "/" + id).retrieve().toBodilessEntity();
		assertThat(progress(id)).containsEntry("state", "STOPPED");
	}

	@Test
	void refusesToPublishWhatNobodySelected() {
		assertThat(status("{}")).isEqualTo(400);
		assertThat(status("{\"ids\": [\"%s\"]}".formatted(UuidV7.next()))).isEqualTo(400);
		assertThat(status("{\"aggregate\": \"unheard\"}")).isEqualTo(400);
		assertThat(status("{\"all\": true, \"perSecond\": 0}")).isEqualTo(400);
	}

	private Map<String, Object> republish(String form) {
		var id = begin(form);
		await().atMost(Duration.ofSeconds(20)).until(() -> !"RUNNING".equals(progress(id).get("state")));
		return progress(id);
	}

	private String begin(String form) {
		return JsonPath.read(client().post()
			.uri(REPUBLISH)
			.contentType(MediaType.APPLICATION_JSON)
			.body(form)
			.retrieve()
			.body(String.class), "$.id");
	}

	private int status(String form) {
		return client().post()
			.uri(REPUBLISH)
			.contentType(MediaType.APPLICATION_JSON)
			.body(form)
			.exchange((_, response) -> response.getStatusCode().value());
	}

	private Map<String, Object> progress(String id) {
		return JsonPath.read(client().get().uri(REPUBLISH + "/" + id).retrieve().body(String.class), "$");
	}

	private long logged(UUID subject, long version) {
		return jdbc.sql("select count(*) from notification_log where subject = ? and subject_version = ?")
			.params(subject, version)
			.query(Long.class)
			.single();
	}

	private RestClient client() {
		return RestClient.create("http://127.0.0.1:" + port);
	}

}
