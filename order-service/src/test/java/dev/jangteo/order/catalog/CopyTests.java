package dev.jangteo.order.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import dev.jangteo.events.Versioned;
import dev.jangteo.order.support.ServiceTests;
import dev.jangteo.servers.TestServers;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CopyTests extends ServiceTests {

	@Autowired
	private CopyTable<ProductTerms> products;

	@Autowired
	private CopyTable<ShopTerms> shops;

	@Test
	void aKnownShopIsOrderedFromWithoutAskingAnybody() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		place(shop, product, 1);

		NEIGHBOURS.away(true);
		var asked = NEIGHBOURS.asked();

		assertThat(place(shop, product, 1).status()).isEqualTo(201);
		assertThat(NEIGHBOURS.asked()).isEqualTo(asked);
	}

	@Test
	void anUnknownShopIsRefusedForTheMomentWhileItsOwnerIsAway() {
		var shop = aShop();
		var product = aProduct(shop, 18000);

		NEIGHBOURS.away(true);
		var away = place(shop, product, 1);
		NEIGHBOURS.away(false);

		assertThat(away.status()).isEqualTo(503);
		assertThat(away.header("Retry-After")).isNotEmpty();
		assertThat(away.at("type")).endsWith("/shop-not-known-yet");
		await().until(() -> place(shop, product, 1).status() == 201);
	}

	@Test
	void whatDoesNotExistIsARefusal() {
		var shop = aShop();

		assertThat(place(UUID.randomUUID(), UUID.randomUUID(), 1).at("reason")).isEqualTo("SHOP_UNKNOWN");
		assertThat(place(shop, UUID.randomUUID(), 1).at("reason")).isEqualTo("PRODUCT_UNKNOWN");
	}

	@Test
	void aNewPriceArrivesByNotification() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		place(shop, product, 1);

		NEIGHBOURS.put("product", product, 2, product(shop, 19000));
		notify("product", product, 2);

		await().untilAsserted(() -> {
			var reply = place(shop, product, 1);
			assertThat(reply.at("reason")).isEqualTo("PRICE_CHANGED");
			assertThat(reply.body().at("/total/amount").asInt()).isEqualTo(21000);
		});
	}

	@Test
	void aDeletedShopTakesNoOrders() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		place(shop, product, 1);

		NEIGHBOURS.remove(shop);
		notify("shop", shop, 2);

		await().untilAsserted(() -> assertThat(place(shop, product, 1).at("reason")).isEqualTo("SHOP_UNKNOWN"));
	}

	@Test
	void aClosedShopTakesNoOrders() {
		var shop = aShop();
		NEIGHBOURS.put("shop", shop, 1, terms(false));

		assertThat(place(shop, aProduct(shop, 18000), 1).at("reason")).isEqualTo("SHOP_CLOSED");
	}

	@Test
	void anOlderStateNeverReplacesANewerOne() {
		var id = UuidV7.next();
		var shop = UUID.randomUUID();

		products.apply(List.of(new Versioned<>(id, 3, product(shop, 3000))));
		products.apply(List.of(new Versioned<>(id, 2, product(shop, 2000))));
		products.remove(id, 2);
		assertThat(terms(id)).contains("3000");

		products.remove(id, 4);
		products.apply(List.of(new Versioned<>(id, 3, product(shop, 3000))));
		assertThat(products.versions(List.of(id))).isEqualTo(Map.of(id, 4L));
		assertThat(terms(id)).isEqualTo("gone");

		products.apply(List.of(new Versioned<>(id, 4, product(shop, 4000))));
		assertThat(terms(id)).as("it was there at this version after all").contains("4000");
	}

	@Test
	void onlyTheFieldsInUseAreKept() {
		var shop = aShop();
		place(shop, aProduct(shop, 18000), 1);

		assertThat(
				jdbc.sql("select terms::text from copied_shops where id = ?").param(shop).query(String.class).single())
			.contains("deliveryFees")
			.doesNotContain("address")
			.doesNotContain("phone");
		assertThat(shops.isEmpty()).isFalse();
	}

	private String terms(UUID product) {
		return jdbc.sql("select coalesce(terms::text, 'gone') from copied_products where id = ?")
			.param(product)
			.query(String.class)
			.single();
	}

	private static void notify(String aggregate, UUID subject, long version) {
		var event = """
				{"specversion":"1.0","id":"%s","source":"/shop-service","type":"dev.jangteo.%s.changed",
				"subject":"%s","subjectversion":%d,"time":"%s"}
				""".formatted(UuidV7.next(), aggregate, subject, version, Instant.now());
		var settings = Map.<String, Object>of("bootstrap.servers", TestServers.kafka());
		try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
			var record = new ProducerRecord<>("jangteo." + aggregate, subject.toString(), event);
			record.headers().add("content-type", "application/cloudevents+json".getBytes());
			producer.send(record);
		}
	}

}
