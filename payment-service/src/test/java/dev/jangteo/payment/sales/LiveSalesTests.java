package dev.jangteo.payment.sales;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.ledger.Terms;
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

	private static final int CROWD = 400_000;

	@Autowired
	private SalesCounter counter;

	@Autowired
	private Terms terms;

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
	void aLongTransactionElsewhereTakesNothingAway() throws SQLException {
		paid(18000);
		await().untilAsserted(() -> assertThat(shown()).isEqualTo(booked()));
		try (var connection = DriverManager.getConnection(DATABASE.url(), DATABASE.username(), DATABASE.password());
				var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("select pg_current_xact_id()");
			paid(18000);
			await().untilAsserted(() -> assertThat(shown()).isEqualTo(booked()));
			await().during(Duration.ofSeconds(5))
				.atMost(Duration.ofSeconds(8))
				.untilAsserted(() -> assertThat(shown()).isEqualTo(booked()));
			connection.rollback();
		}
	}

	/** Two instances, each with half of the charges: all are counted within a second. */
	@Test
	void sixtyThousandChargesASecondAreCountedToTheWon() {
		var day = LocalDate.of(2001, 1, 1);
		var other = new SalesCounter(tallies, terms);
		var start = System.nanoTime();
		try (var crowd = Executors.newFixedThreadPool(4)) {
			for (var i = 0; i < 4; i++) {
				var instance = (i % 2 == 0) ? counter : other;
				crowd.execute(() -> {
					for (var n = 0; n < CROWD / 4; n++) {
						instance.add(day, (n % 2 == 0) ? "FOOD" : "CAFE", Money.of(1000, "KRW"));
						if (n % 1000 == 0) {
							instance.flush();
						}
					}
					instance.flush();
				});
			}
		}
		var seconds = (System.nanoTime() - start) / 1e9;
		var each = (long) CROWD / 2;
		await().atMost(Duration.ofSeconds(1))
			.untilAsserted(() -> assertThat(tallies.read(day).fields()).isEqualTo(Map.of("KRW|FOOD|count", each,
					"KRW|FOOD|amount", 1000 * each, "KRW|CAFE|count", each, "KRW|CAFE|amount", 1000 * each)));
		assertThat(CROWD / seconds).as("charges a second").isGreaterThan(60_000);
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
		return jdbc.sql("""
				select count(*)
				from postings
				where kind = 'CHARGED' and business_day = (now() at time zone 'Asia/Seoul')::date
				""").query(Long.class).single();
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
