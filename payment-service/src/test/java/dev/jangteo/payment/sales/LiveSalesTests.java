package dev.jangteo.payment.sales;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LiveSalesTests extends ServiceTests {

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private SalesCounter counter;

	@Autowired
	private RedisTallies tallies;

	@Test
	void aChargeIsSeenWithinASecond() {
		var events = watch();
		await().until(() -> !events.isEmpty());
		paid(18000);
		var before = count();

		await().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(last(events)).isGreaterThanOrEqualTo(before));
	}

	@Test
	void anEmptiedRedisIsRightAgainByItself() {
		paid(18000);
		await().untilAsserted(() -> assertThat(shown()).isEqualTo(booked()));
		redis.delete(redis.keys("jangteo:sales:*"));

		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(shown()).isEqualTo(booked()));
	}

	@Test
	void whatWasCountedTwiceIsTakenBack() {
		paid(18000);
		tallies.add(LocalDate.now(ZoneId.of("Asia/Seoul")), Map.of("KRW|OTHER|count", 3L, "KRW|OTHER|amount", 54000L));

		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(shown()).isEqualTo(booked()));
	}

	@Test
	void aCrowdIsCountedToTheWon() {
		var day = LocalDate.of(2001, 1, 1);
		try (var crowd = Executors.newFixedThreadPool(4)) {
			for (var i = 0; i < 4; i++) {
				crowd.execute(() -> {
					for (var n = 0; n < 50_000; n++) {
						counter.add(day, (n % 2 == 0) ? "FOOD" : "CAFE", Money.of(1000, "KRW"));
					}
				});
			}
		}
		await().untilAsserted(() -> assertThat(tallies.read(day).fields()).isEqualTo(Map.of("KRW|FOOD|count", 100_000L,
				"KRW|FOOD|amount", 100_000_000L, "KRW|CAFE|count", 100_000L, "KRW|CAFE|amount", 100_000_000L)));
	}

	@Test
	void onlyOperatorsWatch() {
		assertThat(shopper().get("/api/v1/ops/sales/live").status()).isEqualTo(403);
	}

	private List<JsonNode> watch() {
		var events = new CopyOnWriteArrayList<JsonNode>();
		var response = operator().open("/api/v1/ops/sales/live", "Accept", "text/event-stream");
		Thread.ofVirtual().start(() -> {
			var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
			try {
				for (var line = reader.readLine(); line != null; line = reader.readLine()) {
					if (line.startsWith("data:")) {
						events.add(JsonMapper.builder().build().readTree(line.substring(5)));
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return events;
	}

	private static long last(List<JsonNode> events) {
		return events.getLast().at("/totals/0/count").asLong();
	}

	private long count() {
		return jdbc.sql("select count(*) from postings where kind = 'CHARGED'").query(Long.class).single();
	}

	private String shown() {
		var day = tallies.read(LocalDate.now(ZoneId.of("Asia/Seoul")));
		return "%d %d".formatted(day.value("KRW|OTHER|count"), day.value("KRW|OTHER|amount"));
	}

	private String booked() {
		return jdbc.sql("""
				select count(*) || ' ' || trunc(sum(-e.amount))
				from postings p
				join entries e on e.posting_id = p.id and e.account = 'SHOPPER'
				where p.kind = 'CHARGED' and p.business_day = (now() at time zone 'Asia/Seoul')::date
				""").query(String.class).single();
	}

}
