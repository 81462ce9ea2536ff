package dev.jangteo.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.servers.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.jangteo.search.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;

/** One store or both are away, or stand still. */
class AwayTests extends SearchServiceTests {

	private final Spot spot = anywhere();

	private UUID shop;

	private UUID product;

	@BeforeEach
	void aShopIsKnown() {
		this.shop = aShop(this.spot.aShop("성산동 화덕피자"));
		this.product = aProduct(product(this.shop, "마르게리타", 18000));
		await().untilAsserted(() -> assertThat(list("").status()).isEqualTo(200));
		await().untilAsserted(() -> assertThat(ids(list("&q=화덕피자").body())).isEqualTo(idsOf(this.shop)));
		await().untilAsserted(() -> assertThat(ids(get("/api/v1/products?shopId=" + this.shop).body()))
			.isEqualTo(idsOf(this.product)));
		await().untilAsserted(() -> assertThat(list("").body().path("degraded").asBoolean()).isFalse());
	}

	@AfterEach
	void allAreBack() {
		for (Server server : List.of(REDIS, OPEN_SEARCH)) {
			server.resume();
			server.start();
		}
		await().untilAsserted(() -> assertThat(list("").body().path("degraded").asBoolean(true)).isFalse());
		await().ignoreExceptions()
			.untilAsserted(() -> assertThat(copy("shop").versions(List.of(this.shop))).isNotEmpty());
	}

	@Test
	void showsFromTheIndexWithoutRedis() {
		REDIS.stop();
		var list = list("&q=화덕피자");
		assertThat(list.status()).isEqualTo(200);
		assertThat(ids(list.body())).isEqualTo(idsOf(this.shop));
		assertThat(ids(get("/api/v1/shops?ids=" + this.shop).body())).isEqualTo(idsOf(this.shop));
		var page = get("/api/v1/shops/{id}", this.shop).body();
		assertThat(page.path("degraded").asBoolean()).isTrue();
		assertThat(page.at("/menu/0/title").asString()).isEqualTo("마르게리타");
		assertThat(page.at("/menu/0/available").asBoolean()).isTrue();
		assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
	}

	@Test
	void findsAroundAPlaceWithoutOpenSearch() {
		OPEN_SEARCH.stop();
		var list = list("&q=화덕피자");
		assertThat(ids(list.body())).isEqualTo(idsOf(this.shop));
		assertThat(list.body().path("degraded").asBoolean()).isTrue();
		assertThat(ids(list("&q=초밥").body())).isEmpty();
		assertThat(ids(list("&category=pizza&openNow=true").body())).isEqualTo(idsOf(this.shop));
		assertThat(get("/api/v1/shops/{id}", this.shop).body().path("menuSize").asInt()).isEqualTo(1);
		assertThat(ids(get("/api/v1/products?q=마르게&maxPrice=20000&shopId=" + this.shop).body()))
			.isEqualTo(idsOf(this.product));
		assertThat(get("/api/v1/products?q=마르게리타").status()).isEqualTo(503);
		assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
	}

	@Test
	void staysFreshWithoutOpenSearchAndPaysItsDebtLater() {
		OPEN_SEARCH.stop();
		publish("shop", this.shop, 2, this.spot.aShop("이름 바뀐 집"));
		publishDeletion("product", this.product, 2);
		await().untilAsserted(() -> assertThat(get("/api/v1/shops/{id}", this.shop).body().path("name").asString())
			.isEqualTo("이름 바뀐 집"));
		await().untilAsserted(
				() -> assertThat(get("/api/v1/shops/{id}", this.shop).body().path("menuSize").asInt()).isZero());
		OPEN_SEARCH.start();
		await().untilAsserted(() -> {
			var found = list("&q=바뀐").body();
			assertThat(found.path("degraded").asBoolean()).isFalse();
			assertThat(ids(found)).isEqualTo(idsOf(this.shop));
		});
		await().untilAsserted(() -> assertThat(ids(get("/api/v1/products?shopId=" + this.shop).body())).isEmpty());
	}

	@Test
	void answers503AtOnceWithoutBoth() {
		REDIS.stop();
		OPEN_SEARCH.stop();
		list("");
		var begin = Instant.now();
		for (var path : new String[] { "/api/v1/shops?" + this.spot.around(), "/api/v1/shops?ids=" + this.shop,
				"/api/v1/shops/" + this.shop, "/api/v1/products?q=pizza" }) {
			var answer = get(path);
			assertThat(answer.status()).as(path).isEqualTo(503);
			assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
			assertThat(answer.body().path("type").asString()).endsWith("/search-away");
		}
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
	}

	@Test
	void waitsNoLongerThanItsLimitsForStoresThatStandStill() {
		OPEN_SEARCH.suspend();
		var begin = Instant.now();
		assertThat(ids(list("").body())).isEqualTo(idsOf(this.shop));
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
		OPEN_SEARCH.resume();
		await().untilAsserted(() -> assertThat(list("").body().path("degraded").asBoolean()).isFalse());
		REDIS.suspend();
		begin = Instant.now();
		assertThat(ids(list("").body())).isEqualTo(idsOf(this.shop));
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
	}

	private Answer list(String query) {
		return get("/api/v1/shops?" + this.spot.around() + query);
	}

}
