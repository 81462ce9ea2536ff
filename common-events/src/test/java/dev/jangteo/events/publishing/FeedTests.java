package dev.jangteo.events.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import dev.jangteo.events.things.Things;
import dev.jangteo.events.things.ThingsTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ThingsTest
class FeedTests {

	@Autowired
	Things gadgets;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void servesTheLogInOrderByTheCursorOfTheRelay() {
		var cursor = cursor();
		var made = new ArrayList<String>();
		for (int i = 0; i < 7; i++) {
			made.add(gadgets.make("gadget").toString());
		}
		var read = new ArrayList<String>();
		await().untilAsserted(() -> {
			read.clear();
			var after = cursor;
			while (true) {
				var page = page("after=" + after + "&limit=3");
				List<String> subjects = JsonPath.read(page, "$.items[*].subject");
				if (subjects.isEmpty()) {
					break;
				}
				read.addAll(subjects);
				after = JsonPath.read(page, "$.next");
			}
			assertThat(read).containsSubsequence(made);
		});
		Map<String, Object> event = JsonPath.read(page("after=" + cursor + "&limit=1"), "$.items[0]");
		assertThat(event).containsEntry("specversion", "1.0").containsEntry("source", "/things-service");

		// The relay's cursor and the feed's are one and the same.
		var last = position(UUID.fromString(made.getLast()));
		await().untilAsserted(() -> assertThat(relayCursor()).isGreaterThanOrEqualTo(last));
		List<String> behind = JsonPath.read(page("after=" + last), "$.items[*].subject");
		assertThat(behind).doesNotContainAnyElementsOf(made);
	}

	@Test
	void beginsAtATime() throws InterruptedException {
		gadgets.make("before");
		var since = Instant.now();
		var after = gadgets.make("after");
		await().untilAsserted(() -> {
			List<String> subjects = JsonPath.read(page("since=" + since), "$.items[*].subject");
			assertThat(subjects).contains(after.toString());
		});
	}

	@Test
	void refusesACursorThatIsNone() {
		assertThat(status("after=x")).isEqualTo(400);
		assertThat(status("after=-1")).isEqualTo(400);
		assertThat(status("since=yesterday")).isEqualTo(400);
	}

	@Test
	void saysSoWhenItIsAskedForWhatWasDropped() {
		jdbc.sql("update notification_cursor set dropped_until = 1").update();
		try {
			assertThat(status("after=0")).isEqualTo(410);
			assertThat(status("since=2020-01-01T00:00:00Z")).isEqualTo(200);
		}
		finally {
			jdbc.sql("update notification_cursor set dropped_until = 0").update();
		}
	}

	private String cursor() {
		return JsonPath.read(page("since=" + Instant.now().plusSeconds(60)), "$.next");
	}

	private long position(UUID subject) {
		return jdbc.sql("select position from notification_log where subject = ?")
			.param(subject)
			.query(Long.class)
			.single();
	}

	private long relayCursor() {
		return jdbc.sql("select position from notification_cursor").query(Long.class).single();
	}

	private String page(String query) {
		return RestClient.create("http://127.0.0.1:" + port)
			.get()
			.uri("/internal/notifications?" + query)
			.retrieve()
			.body(String.class);
	}

	private int status(String query) {
		return RestClient.create("http://127.0.0.1:" + port)
			.get()
			.uri("/internal/notifications?" + query)
			.exchange((_, response) -> response.getStatusCode().value());
	}

}
