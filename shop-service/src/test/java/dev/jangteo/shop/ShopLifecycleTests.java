package dev.jangteo.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ShopLifecycleTests extends ShopServiceTests {

	@Test
	void aShopIsFoundedDescribedOpenedAndClosedDown() {

		var founded = this.owner.post("/api/v1/owner/shops", Samples.SHOP);
		var path = founded.header("Location");

		assertThat(founded.status()).isEqualTo(201);
		assertThat(founded.header("ETag")).isEqualTo("\"1\"");
		assertThat(founded.body().path("minimumOrder").path("amount").asInt()).isEqualTo(12000);
		assertThat(founded.body().path("opening").path("intervals")).hasSize(2);

		var read = this.owner.get(path);
		assertThat(read.body()).isEqualTo(founded.body());
		assertThat(read.header("ETag")).isEqualTo("\"1\"");

		var described = this.owner.put(path, with(Samples.SHOP, Map.of("name", "\"다른 이름\"", "opening", "null")),
				"If-Match", "\"1\"");
		assertThat(described.status()).isEqualTo(200);
		assertThat(described.header("ETag")).isEqualTo("\"2\"");
		assertThat(described.body().path("opening").path("weekly")).hasSize(1);

		var closed = this.owner.put(path + "/opening", "{\"weekly\":[],\"temporarilyClosed\":true}", "If-Match",
				"\"2\"");
		assertThat(closed.header("ETag")).isEqualTo("\"3\"");
		assertThat(closed.body().path("openNow").asBoolean()).isFalse();
		assertThat(closed.body().path("opensAt").isNull() || closed.body().path("opensAt").isMissingNode()).isTrue();

		assertThat(this.owner.delete(path, "If-Match", "\"3\"").status()).isEqualTo(204);
		assertThat(this.owner.get(path).problem()).isEqualTo("404 not-found");

		assertThat(notifications("shop", id(path))).containsExactly(1L, 2L, 3L, 4L);
	}

	@Test
	void anEditThatChangesNothingTellsNobody() {

		var path = aShop();
		var again = this.owner.put(path, Samples.SHOP, "If-Match", "\"1\"");

		assertThat(again.header("ETag")).isEqualTo("\"1\"");
		assertThat(notifications("shop", id(path))).containsExactly(1L);
	}

	@Test
	void anEditOfAnOldVersionIsRefused() {

		var path = aShop();
		this.owner.put(path, with(Samples.SHOP, Map.of("name", "\"A\"")), "If-Match", "\"1\"");

		assertThat(this.owner.put(path, Samples.SHOP, "If-Match", "\"1\"").problem()).isEqualTo("412 stale");
		assertThat(this.owner.put(path, Samples.SHOP).problem()).isEqualTo("428 precondition-required");
		assertThat(this.owner.delete(path).problem()).isEqualTo("428 precondition-required");
		assertThat(this.owner.put(path, Samples.SHOP, "If-Match", "abc").problem())
			.isEqualTo("400 invalid-request If-Match");
	}

	@Test
	void ofManyEditsOfOneVersionOneSucceeds() throws Exception {

		var path = aShop();

		try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {

			var edits = editors.invokeAll(IntStream.range(0, 12)
				.<Callable<Integer>>mapToObj(i -> () -> this.owner
					.put(path, with(Samples.SHOP, Map.of("name", "\"Name " + i + "\"")), "If-Match", "\"1\"")
					.status())
				.toList());

			var statuses = new ArrayList<Integer>();
			for (var edit : edits) {
				statuses.add(edit.get());
			}

			assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
		}

		assertThat(this.owner.get(path).header("ETag")).isEqualTo("\"2\"");
	}

	@Test
	void ownersSeeTheirShopsOnly() {

		var path = aShop();
		var product = aProduct(path);
		var other = anOwner();

		assertThat(other.get(path).problem()).isEqualTo("404 not-found");
		assertThat(other.put(path, Samples.SHOP, "If-Match", "\"1\"").problem()).isEqualTo("404 not-found");
		assertThat(other.put(path + "/opening", "{\"weekly\":[]}", "If-Match", "\"1\"").problem())
			.isEqualTo("404 not-found");
		assertThat(other.delete(path, "If-Match", "\"1\"").problem()).isEqualTo("404 not-found");
		assertThat(other.post(path + "/products", Samples.PRODUCT).problem()).isEqualTo("404 not-found");
		assertThat(other.get(path + "/products").problem()).isEqualTo("404 not-found");
		assertThat(other.get(product).problem()).isEqualTo("404 not-found");
		assertThat(other.put(product, Samples.PRODUCT, "If-Match", "\"1\"").problem()).isEqualTo("404 not-found");
		assertThat(other.patch(product, "{}", "If-Match", "\"1\"").problem()).isEqualTo("404 not-found");
		assertThat(other.delete(product, "If-Match", "\"1\"").problem()).isEqualTo("404 not-found");
		assertThat(other.get("/api/v1/owner/shops").body().path("items")).isEmpty();
	}

	@Test
	void shopsAreListedNewestFirstPageByPage() {

		var paths = IntStream.range(0, 5).mapToObj(_ -> aShop()).toList();
		var seen = new ArrayList<String>();
		var cursor = "";

		do {
			var page = this.owner.get("/api/v1/owner/shops?limit=2&cursor=" + cursor).body();
			page.path("items").forEach(shop -> seen.add(shop.path("id").asString()));
			cursor = page.path("nextCursor").asString("");
		}
		while (!cursor.isEmpty());

		assertThat(seen).containsExactlyElementsOf(paths.reversed().stream().map(ShopServiceTests::id).toList());
	}

	@Test
	void aProductIsListedChangedAndRemoved() {

		var shop = aShop();
		var listed = this.owner.post(shop + "/products", Samples.PRODUCT);
		var path = listed.header("Location");

		assertThat(listed.status()).isEqualTo(201);
		assertThat(listed.body().path("optionGroups").path(0).path("min").asInt()).isEqualTo(1);

		var sold = this.owner.patch(path, "{\"soldOut\":true}", "If-Match", "\"1\"");
		assertThat(sold.header("ETag")).isEqualTo("\"2\"");
		assertThat(sold.body().path("soldOut").asBoolean()).isTrue();
		assertThat(sold.body().path("optionGroups")).isEqualTo(listed.body().path("optionGroups"));

		var described = this.owner.put(path,
				with(Samples.PRODUCT, Map.of("price", "{\"amount\":19000,\"currency\":\"KRW\"}")), "If-Match", "\"2\"");
		assertThat(described.header("ETag")).isEqualTo("\"3\"");
		assertThat(described.body().path("optionGroups")).isEqualTo(listed.body().path("optionGroups"));

		assertThat(this.owner.put(path, Samples.PRODUCT, "If-Match", "\"1\"").problem()).isEqualTo("412 stale");
		assertThat(this.owner.delete(path, "If-Match", "\"3\"").status()).isEqualTo(204);
		assertThat(this.owner.get(path).problem()).isEqualTo("404 not-found");
		assertThat(notifications("product", id(path))).containsExactly(1L, 2L, 3L, 4L);
	}

	@Test
	void anExternalIdIsUsedOnceInAShop() {

		var shop = aShop();
		aProduct(shop);

		assertThat(this.owner.post(shop + "/products", Samples.PRODUCT).problem())
			.isEqualTo("409 duplicate-external-id");
		assertThat(this.owner.post(aShop() + "/products", Samples.PRODUCT).status()).isEqualTo(201);

		var other = this.owner.post(shop + "/products", with(Samples.PRODUCT, Map.of("externalId", "null")))
			.header("Location");
		assertThat(this.owner.put(other, Samples.PRODUCT, "If-Match", "\"1\"").problem())
			.isEqualTo("409 duplicate-external-id");
	}

	@Test
	void productsFollowTheirClosedShop() {

		var shop = aShop();
		var products = IntStream.range(0, 3)
			.mapToObj(i -> this.owner
				.post(shop + "/products", with(Samples.PRODUCT, Map.of("externalId", "\"E" + i + "\"")))
				.header("Location"))
			.toList();

		this.owner.delete(shop, "If-Match", "\"1\"");

		await().untilAsserted(() -> {
			for (var product : products) {
				assertThat(this.owner.get(product).status()).isEqualTo(404);
				assertThat(notifications("product", id(product))).containsExactly(1L, 2L);
			}
		});
	}

	@Test
	void otherServicesReadShopsAndProducts() {

		var shop = aShop();
		var product = aProduct(shop);

		var shops = this.services.get("/internal/shops?ids=" + id(shop) + ",01990000-0000-7000-8000-000000000000");
		assertThat(shops.body().path("items")).hasSize(1);

		var state = shops.body().path("items").path(0).path("state");
		assertThat(shops.body().path("items").path(0).path("version").asLong()).isEqualTo(1);
		assertThat(state.path("opening").path("intervals").path(1).path("fromMinute").asInt()).isEqualTo(1020);
		assertThat(state.path("opening").path("weekly").path(0).path("open").asString()).isEqualTo("11:00");
		assertThat(state.path("deliveryFees").path(0).path("fee").path("amount").asInt()).isEqualTo(2000);
		assertThat(state.path("ownerId").asString()).isNotEmpty();

		var products = this.services.get("/internal/products?ids=" + id(product)).body().path("items").path(0);
		assertThat(products.path("state").path("shopId").asString()).isEqualTo(id(shop));
		assertThat(products.path("state").path("ownerId")).isEqualTo(state.path("ownerId"));
		assertThat(products.path("state").path("optionGroups").path(0).path("options")).hasSize(2);

		assertThat(this.services.get("/internal/products?limit=1000").body().path("items")).isNotEmpty();
		assertThat(this.services.get("/internal/shops/digests").status()).isEqualTo(200);
		assertThat(this.owner.get("/internal/shops?limit=1").status()).isIn(401, 403);
	}

	@Test
	void changesReachKafka() {

		var shop = id(aShop());
		var settings = new Properties();
		settings.put("bootstrap.servers", TestServers.kafka());
		settings.put("auto.offset.reset", "earliest");
		settings.put("group.id", "tests-" + shop);

		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of("jangteo.shop"));
			var keys = new ArrayList<String>();
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
				consumer.poll(Duration.ofMillis(300)).forEach(message -> keys.add(message.key()));
				assertThat(keys).contains(shop);
			});
		}
	}

	@Test
	void otherRolesStayOutside() {

		var shopper = new Calls(this.port, MEMBERS.token(UUID.randomUUID(), "SHOPPER"));

		assertThat(shopper.get("/api/v1/owner/shops").status()).isEqualTo(403);
		assertThat(this.owner.as(null).get("/api/v1/owner/shops").status()).isEqualTo(401);
	}

	@Test
	void theApiIsPublished() {
		var api = this.owner.as(null).get("/v3/api-docs").body();
		assertThat(api.path("paths").propertyNames()).contains("/api/v1/owner/shops/{id}/opening",
				"/api/v1/owner/shops/{shop}/catalog-imports");
	}

}
