package dev.jangteo.review.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.jangteo.events.UuidV7;
import dev.jangteo.review.support.CrashingRedis;
import dev.jangteo.review.support.SecondInstance;
import dev.jangteo.review.support.ServiceTests;
import dev.jangteo.testing.Calls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ViewTests extends ServiceTests {

	private static final int STEPS = 50;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final UUID soup = UuidV7.next();

	private final UUID rice = UuidV7.next();

	private final List<Mine> mine = new ArrayList<>();

	@Autowired
	private MakeViews views;

	@Autowired
	private KeptViews kept;

	@Autowired
	private StringRedisTemplate redis;

	@AfterEach
	void redisIsBack() {
		CrashingRedis.crash(0, 0);
		if (!REDIS.isRunning()) {
			REDIS.start();
		}
		await().ignoreExceptions().until(() -> redis.opsForValue().get("nothing") == null);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 20261121 })
	void equalsARecountAfterEveryStepOnTwoInstancesThatCrash(long seed) {
		var dice = new Random(seed);
		CrashingRedis.crash(0.3, seed);
		for (var step = 0; step < STEPS; step++) {
			var at = dice.nextBoolean() ? port : SecondInstance.port();
			step(dice, at);
			if (dice.nextInt(10) == 0) {
				flush();
			}
			if (dice.nextInt(5) == 0) {
				anOlderViewComesLate(dice);
			}
			var told = "seed %d, step %d".formatted(seed, step);
			await().ignoreExceptions().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
				assertThat(owed()).as(told).isZero();
				for (var product : List.of(shopId, soup, rice)) {
					var recount = Recount.of(jdbc, shopId, product);
					assertThat(kept(product)).as(told).isIn(recount, null);
					assertThat(shown(at, product)).as(told).isEqualTo(recount);
				}
			});
		}
	}

	@Test
	void changesThatComeTogetherEndInTheSameView() throws Exception {
		var writers = Executors.newVirtualThreadPerTaskExecutor();
		try (writers) {
			var all = new ArrayList<Future<?>>();
			for (var i = 0; i < 24; i++) {
				var at = (i % 2 == 0) ? port : SecondInstance.port();
				var stars = 1 + i % 5;
				var member = UuidV7.next();
				var order = anOrder(member, "DELIVERED", soup);
				all.add(writers
					.submit(() -> written(new Calls(at, NEIGHBOURS.token(member, "SHOPPER")), Map.of("orderId", order,
							"stars", stars, "productStars", List.of(Map.of("productId", soup, "stars", stars))))));
			}
			for (var one : all) {
				one.get();
			}
		}
		await().untilAsserted(() -> {
			assertThat(shown(port, shopId)).isEqualTo(Recount.of(jdbc, shopId, shopId));
			assertThat(shown(port, soup)).isEqualTo(Recount.of(jdbc, shopId, soup));
			assertThat(redis.opsForValue().get(key("change"))).isEqualTo("24");
		});
	}

	@Test
	void readingIsOneGet() {
		written(5, "Good");
		await().until(() -> redis.hasKey(key("newest")) && shown("").at("summary.count").equals("1"));
		var before = calls();
		for (var i = 0; i < 50; i++) {
			shown("");
		}

		assertThat(calls() - before).isEqualTo(50);
		assertThat(shown("").text()).isEqualTo(redis.opsForValue().get(key("newest")));
	}

	@Test
	void anOlderViewNeverReplacesANewer() {
		written(5, "One");
		var turn = kept.begin(Subject.shop(shopId));
		var older = views.read(Subject.shop(shopId));
		written(5, "Two");
		await().until(() -> shown("").at("summary.count").equals("2"));

		assertThat(kept.put(older, turn)).isTrue();

		assertThat(shown("").at("summary.count")).isEqualTo("2");
	}

	@Test
	void aViewOvertakenWhileRedisIsEmptiedIsNotKept() {
		written(5, "One");
		var turn = kept.begin(Subject.shop(shopId));
		var older = views.read(Subject.shop(shopId));
		written(5, "Two");
		await().until(() -> "2".equals(redis.opsForValue().get(key("change"))));
		flush();

		assertThat(kept.put(older, turn)).isFalse();
		assertThat(redis.hasKey(key("change"))).isFalse();
	}

	@Test
	void emptiedRedisIsServedFromTheDatabaseAndFilledAgain() {
		written(4, "Here");
		await().until(() -> shown("").at("summary.count").equals("1"));
		flush();

		assertThat(shown("").at("items.0.text")).isEqualTo("Here");
		assertThat(redis.opsForValue().get(key("newest"))).contains("Here");
		assertThat(redis.getExpire(key("newest"))).isPositive();
	}

	@Test
	void withRedisDeadReviewsAreReadAndWrittenAndShownOnceItIsBack() {
		written(4, "Before");
		await().until(() -> shown("").at("summary.count").equals("1"));
		REDIS.kill();

		var hidden = written(1, "Meanwhile").at("id");
		assertThat(shown("").at("summary.count")).isEqualTo("2");
		assertThat(operator().post("/api/v1/ops/reviews/%s/hiding".formatted(hidden), Map.of("reason", "x")).status())
			.isEqualTo(200);
		assertThat(shown("").at("items.0.text")).isEqualTo("Before");
		assertThat(shown("/summary").at("count")).isEqualTo("1");

		REDIS.start();
		await().untilAsserted(() -> {
			assertThat(redis.opsForValue().get(key("change"))).isEqualTo("3");
			assertThat(redis.opsForValue().get(key("newest"))).contains("Before").doesNotContain("Meanwhile");
		});
	}

	@Test
	void aRedisThatHangsCostsABoundedWait() {
		written(4, "Slowly");
		await().until(() -> shown("").at("summary.count").equals("1"));
		REDIS.suspend();
		try {
			var start = System.nanoTime();
			assertThat(shown("").at("items.0.text")).isEqualTo("Slowly");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		}
		finally {
			REDIS.resume();
		}
	}

	private void step(Random dice, int at) {
		var chosen = mine.isEmpty() ? null : mine.get(dice.nextInt(mine.size()));
		var choice = dice.nextInt(10);
		if (chosen == null || choice < 4) {
			write(dice, at);
		}
		else {
			var path = "/api/v1/reviews/" + chosen.id();
			var ops = "/api/v1/ops/reviews/" + chosen.id();
			var author = new Calls(at, NEIGHBOURS.token(chosen.member(), "SHOPPER"));
			var operator = new Calls(at, NEIGHBOURS.token(UuidV7.next(), "OPERATOR"));
			var somebody = new Calls(at, NEIGHBOURS.token(UuidV7.next(), "SHOPPER"));
			switch (choice) {
				case 4 -> author.patch(path, form(dice), author.get(path).etag());
				case 5 -> author.delete(path, author.get(path).etag());
				case 6 -> operator.post(ops + "/hiding", Map.of("reason", "seeded"));
				case 7 -> operator.post(ops + "/restoration", Map.of());
				case 8 -> somebody.put(path + "/helpful");
				default -> {
					erased(chosen.member());
					followers.bring("members", List.of(chosen.member()));
					mine.remove(chosen);
				}
			}
		}
	}

	private void write(Random dice, int at) {
		var member = UuidV7.next();
		var form = form(dice);
		form.put("orderId", anOrder(member, "DELIVERED", soup, rice));
		var review = written(new Calls(at, NEIGHBOURS.token(member, "SHOPPER")), form);
		mine.add(new Mine(UUID.fromString(review.at("id")), member));
	}

	private Map<String, Object> form(Random dice) {
		var form = new HashMap<String, Object>();
		form.put("stars", 1 + dice.nextInt(5));
		form.put("text", "Text " + dice.nextInt(1000));
		form.put("photos", dice.nextBoolean() ? List.of(UUID.randomUUID()) : List.of());
		var products = new ArrayList<Map<String, Object>>();
		for (var product : List.of(soup, rice)) {
			if (dice.nextInt(3) == 0) {
				products.add(Map.of("productId", product, "stars", 1 + dice.nextInt(5)));
			}
		}
		form.put("productStars", products);
		return form;
	}

	// As another instance writes that was held up between reading and writing.
	private void anOlderViewComesLate(Random dice) {
		try {
			var turn = kept.begin(Subject.shop(shopId));
			var older = views.read(Subject.shop(shopId));
			mine.stream()
				.findFirst()
				.ifPresent((first) -> stranger().put("/api/v1/reviews/%s/helpful".formatted(first.id())));
			if (dice.nextBoolean()) {
				flush();
			}
			views.keep(older, turn);
		}
		catch (DataAccessException ex) {
			assertThat(ex).hasMessageMatching("killed.*|Redis has failed.*");
		}
	}

	private int owed() {
		return jdbc.sql("select count(*) from summaries where shop_id = ? and made < change")
			.param(shopId)
			.query(Integer.class)
			.single();
	}

	// Nothing owed means that Redis has the newest or nothing.
	private @Nullable Recount kept(UUID product) {
		var about = product.equals(shopId) ? new UUID(0, 0) : product;
		var pages = Stream.of("newest", "helpful", "stars", "photos")
			.map((page) -> untroubled("jangteo:reviews:{%s}:%s:%s".formatted(shopId, about, page)))
			.filter(Objects::nonNull)
			.map(JSON::readTree)
			.toList();
		return (pages.size() < 4) ? null : Recount.shown(pages.get(0), pages.get(1), pages.get(2), pages.get(3));
	}

	private byte @Nullable [] untroubled(String key) {
		try (var connection = redis.getRequiredConnectionFactory().getConnection()) {
			return connection.stringCommands().get(key.getBytes(StandardCharsets.UTF_8));
		}
	}

	private Recount shown(int at, UUID product) {
		var path = "/api/v1/shops/%s/reviews?%ssort=".formatted(shopId,
				product.equals(shopId) ? "" : "productId=" + product + "&");
		var caller = new Calls(at, null);
		return Recount.shown(caller.get(path + "newest").body(), caller.get(path + "helpful").body(),
				caller.get(path + "stars").body(), caller.get(path + "newest&photos=true").body());
	}

	private void flush() {
		try (var connection = redis.getRequiredConnectionFactory().getConnection()) {
			connection.serverCommands().flushDb();
		}
	}

	private long calls() {
		return await().ignoreExceptions().until(() -> redis.execute((RedisCallback<Long>) (connection) -> {
			var line = String.valueOf(connection.serverCommands().info("commandstats").get("cmdstat_get"));
			return Long.parseLong(line.replaceAll("^calls=(\\d+),.*", "$1"));
		}), (calls) -> calls != null);
	}

	private String key(String part) {
		return "jangteo:reviews:{%s}:%s:%s".formatted(shopId, new UUID(0, 0), part);
	}

	private record Mine(UUID id, UUID member) {
	}

}
