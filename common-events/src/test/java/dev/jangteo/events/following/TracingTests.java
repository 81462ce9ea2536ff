package dev.jangteo.events.following;

import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TracingTests extends FollowingTest {

	@Test
	void oneTraceGoesFromTheRequestThroughLogAndKafkaIntoTheQuestionToTheOwner() {
		var trace = UUID.randomUUID().toString().replace("-", "");
		var made = client().post()
			.uri("/things/traced")
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.retrieve()
			.body(String.class);
		var id = UUID.fromString(JsonPath.read(made, "$.id"));

		await().untilAsserted(() -> assertThat(copy.all()).containsKey(id));
		var logged = jdbc.sql("select traceparent from notification_log where subject = ?")
			.param(id)
			.query(String.class)
			.single();
		assertThat(logged).startsWith("00-" + trace);
		assertThat(faults.traces).anyMatch(traceparent -> traceparent.startsWith("00-" + trace));
	}

}
