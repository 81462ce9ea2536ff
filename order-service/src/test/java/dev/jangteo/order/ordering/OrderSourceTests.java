package dev.jangteo.order.ordering;

import java.util.UUID;

import dev.jangteo.order.support.ServiceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderSourceTests extends ServiceTests {

	private static final int MORE_THAN_THE_POOL_HOLDS = 15;

	@Test
	void consumersReadOrdersBackAsOftenAsTheyLike() {
		var shop = aShop();
		var order = placed(shop);
		var consumer = service("member-service");

		for (int read = 0; read < MORE_THAN_THE_POOL_HOLDS; read++) {
			var states = consumer.get("/internal/orders?ids=" + order);
			assertThat(states.status()).isEqualTo(200);
			assertThat(states.body().at("/items/0/state/shopId").asString()).isEqualTo(shop.toString());
			assertThat(consumer.get("/internal/orders?limit=2").body().at("/items")).isNotEmpty();
		}
		assertThat(place(shop, aProduct(shop, 18000), 1).status()).isEqualTo(201);
	}

	@Test
	void consumersSeeNothingPersonal() {
		var order = placed(aShop());

		assertThat(service("member-service").get("/internal/orders?ids=" + order).body().toString())
			.doesNotContain("010-1234-5678")
			.doesNotContain("서울");
	}

	@Test
	void consumersSeeWhatKindOfShopItIs() {
		var order = placed(aShop());

		assertThat(service("payment-service").get("/internal/orders?ids=" + order)
			.body()
			.at("/items/0/state/category")
			.asString()).isEqualTo("pizza");
	}

	@Test
	void whatIsNotThereIsMissing() {
		assertThat(service("member-service").get("/internal/orders?ids=" + UUID.randomUUID()).body().at("/items"))
			.isEmpty();
	}

}
