package dev.jangteo.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.client.RestClient;

import static dev.jangteo.search.Samples.product;
import static dev.jangteo.search.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

/** Both stores follow their owners. */
class FollowingTests extends SearchServiceTests {

	private final Spot spot = anywhere();

	@Autowired
	StringRedisTemplate redis;

	@Test
	void showsAndFindsWhatChanged() {
		var shop = aShop(this.spot.aShop("옛 이름"));
		await().untilAsserted(() -> assertThat(names("")).containsExactly("옛 이름"));
		publish("shop", shop, 2, this.spot.aShop("새 이름"));
		await().untilAsserted(() -> assertThat(names("&q=새")).containsExactly("새 이름"));
	}

	@Test
	void forgetsWhatWasDeleted() {
		var shop = aShop(this.spot.aShop("곧 닫을 집"));
		var product = aProduct(product(shop, "마지막 피자", 9000));
		await().untilAsserted(() -> assertThat(page(shop).path("menuSize").asInt()).isEqualTo(1));
		publishDeletion("product", product, 2);
		await().untilAsserted(() -> assertThat(page(shop).path("menuSize").asInt()).isZero());
		await().untilAsserted(() -> assertThat(ids(get("/api/v1/products?shopId=" + shop).body())).isEmpty());
		publishDeletion("shop", shop, 2);
		await().untilAsserted(() -> assertThat(get("/api/v1/shops/{id}", shop).status()).isEqualTo(404));
		await().untilAsserted(() -> assertThat(names("")).isEmpty());
	}

	@Test
	void showsThatAProductIsSoldOutAndBackAgain() {
		var shop = aShop(this.spot.aShop("화덕피자"));
		var product = aProduct(product(shop, "마르게리타", 18000));
		await().untilAsserted(() -> assertThat(available(shop)).containsExactly(product.toString()));
		publish("stock", product, 1, Map.of("productId", product, "shopId", shop, "available", false));
		await().untilAsserted(() -> assertThat(available(shop)).isEmpty());
		assertThat(page(shop).at("/menu/0/available").asBoolean()).isFalse();
		publish("product", product, 2, product(shop, "마르게리타", 19000));
		await().untilAsserted(() -> assertThat(page(shop).at("/menu/0/price/amount").asInt()).isEqualTo(19000));
		assertThat(page(shop).at("/menu/0/available").asBoolean()).isFalse();
		publish("stock", product, 2, Map.of("productId", product, "shopId", shop, "available", true));
		await().untilAsserted(() -> assertThat(available(shop)).containsExactly(product.toString()));
	}

	@Test
	void keepsStockThatIsToldOfBeforeItsProduct() {
		var shop = UUID.randomUUID();
		var product = UUID.randomUUID();
		OWNERS.put("stock", product, 3, Map.of("available", false));
		OWNERS.put("product", product, 1, product(shop, "나중에 온 것", 1000));
		apply("stock", product, 3, Map.of("available", false));
		apply("product", product, 1, product(shop, "나중에 온 것", 1000));
		await().untilAsserted(() -> assertThat(
				get("/api/v1/products?shopId=" + shop).body().at("/items/0/available").asBooleanOpt().orElse(true))
			.isFalse());
	}

	@Test
	void neverOverwritesTheNewerWithTheOlder() throws Exception {
		var shop = UUID.randomUUID();
		OWNERS.put("shop", shop, 20, this.spot.aShop("스무 번째"));
		var versions = new ArrayList<Long>();
		for (long version = 1; version <= 20; version++) {
			versions.addAll(List.of(version, version));
		}
		Collections.shuffle(versions, new Random(7));
		var threads = new ArrayList<Thread>();
		for (int i = 0; i < 4; i++) {
			var mine = versions.subList(i * 10, i * 10 + 10);
			threads.add(Thread.ofVirtual().start(() -> mine.forEach((version) -> {
				if (version % 5 == 0 && version < 20) {
					copy("shop").remove(shop, version);
				}
				else {
					apply("shop", shop, version, this.spot.aShop((version == 20) ? "스무 번째" : "번째 " + version));
				}
			})));
		}
		for (var thread : threads) {
			thread.join();
		}
		assertThat(copy("shop").versions(List.of(shop))).containsEntry(shop, 20L);
		assertThat(page(shop).path("version").asInt()).isEqualTo(20);
		await().untilAsserted(() -> assertThat(names("")).containsExactly("스무 번째"));
	}

	@Test
	void keepsADeletionAgainstWhatIsOlder() {
		var product = UUID.randomUUID();
		var shop = UUID.randomUUID();
		copy("product").remove(product, 2);
		apply("product", product, 1, product(shop, "zombie", 1000));
		assertThat(copy("product").versions(List.of(product))).containsEntry(product, 2L);
		assertThat(copy("product").versionIndex().versions((int) (product.getLeastSignificantBits() & 0xff)))
			.doesNotContainKey(product);
		assertThat(ids(get("/api/v1/products?q=zombie").body())).isEmpty();
	}

	@Test
	void leavesNoTraceOfAnIdThatNobodyHas() {
		var id = UUID.randomUUID();
		get("/api/v1/shops/{id}", id);
		assertThat(copy("shop").versions(List.of(id))).isEmpty();
	}

	@Test
	void agreesWithItsOwner() {
		aShop(this.spot.aShop("하나"));
		await().untilAsserted(() -> assertThat(names("")).hasSize(1));
		await().untilAsserted(() -> assertThat(copy("shop").versionIndex().digests())
			.containsExactlyInAnyOrderElementsOf(OWNERS.digests("shop")));
	}

	@Test
	void fillsItselfAgainWhenRedisWasEmptied() {
		var shop = aShop(this.spot.aShop("남은 집"));
		var product = aProduct(product(shop, "남은 피자", 1000));
		await().untilAsserted(() -> assertThat(available(shop)).containsExactly(product.toString()));
		await().untilAsserted(() -> assertThat(names("")).containsExactly("남은 집"));
		this.redis.execute((org.springframework.data.redis.core.RedisCallback<Void>) (connection) -> {
			connection.serverCommands().flushAll();
			return null;
		});
		assertThat(names("")).as("meanwhile shown from the index").containsExactly("남은 집");
		await().untilAsserted(() -> assertThat(copy("product").versions(List.of(product))).containsKey(product));
		await().untilAsserted(() -> assertThat(ids(get("/api/v1/shops?ids=" + shop).body())).hasSize(1));
		await().untilAsserted(() -> assertThat(page(shop).path("menuSize").asInt()).isEqualTo(1));
	}

	@Test
	void fillsItselfAgainWhenTheIndexWasLost() {
		var shop = aShop(this.spot.aShop("남은 집"));
		await().untilAsserted(() -> assertThat(names("")).hasSize(1));
		RestClient.create(OPEN_SEARCH.url()).delete().uri("/jangteo-shops-v1").retrieve().toBodilessEntity();
		assertThat(names("")).as("meanwhile found in the display store").containsExactly("남은 집");
		await().untilAsserted(() -> assertThat(copy("shop").versionIndex().digests())
			.containsExactlyInAnyOrderElementsOf(OWNERS.digests("shop")));
		await().untilAsserted(() -> {
			var list = get("/api/v1/shops?" + this.spot.around()).body();
			assertThat(list.path("degraded").asBoolean()).isFalse();
			assertThat(ids(list)).isEqualTo(idsOf(shop));
		});
	}

	@Test
	void mendsADocumentThatTheIndexLost() {
		var shop = aShop(this.spot.aShop("잃어버린 집"));
		await().untilAsserted(() -> assertThat(names("")).hasSize(1));
		RestClient.create(OPEN_SEARCH.url()).delete().uri("/jangteo-shops/_doc/" + shop).retrieve().toBodilessEntity();
		await().untilAsserted(() -> assertThat(names("")).isEmpty());
		await().untilAsserted(() -> assertThat(names("")).hasSize(1));
	}

	@Test
	void takesPricesInCurrenciesWithDecimals() {
		var shop = UUID.randomUUID();
		var product = aProduct(with(product(shop, "Bagel", 1), "price", Map.of("amount", 4.99, "currency", "USD")));
		await().untilAsserted(() -> assertThat(available(shop)).containsExactly(product.toString()));
		assertThat(get("/api/v1/products?shopId=" + shop).body().at("/items/0/price/amount").decimalValue())
			.isEqualByComparingTo("4.99");
	}

	private JsonNode page(UUID shop) {
		return get("/api/v1/shops/{id}", shop).body();
	}

	private List<String> available(UUID shop) {
		return ids(get("/api/v1/products?available=true&shopId=" + shop).body());
	}

	private List<String> names(String query) {
		return get("/api/v1/shops?" + this.spot.around() + query).body()
			.path("items")
			.values()
			.stream()
			.map((item) -> item.path("name").asString())
			.toList();
	}

}
