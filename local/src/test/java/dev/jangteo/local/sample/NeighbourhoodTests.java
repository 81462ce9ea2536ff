package dev.jangteo.local.sample;

import java.util.HashSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeighbourhoodTests {

	private final Neighbourhood neighbourhood = new Neighbourhood(7);

	@Test
	void isTheSameForTheSameSeed() {

		assertThat(this.neighbourhood.shops(30, 20)).isEqualTo(new Neighbourhood(7).shops(30, 20))
			.isNotEqualTo(new Neighbourhood(8).shops(30, 20));
	}

	@Test
	void givesEveryShopANameAndEveryProductATitleOfItsOwn() {

		var shops = this.neighbourhood.shops(324, 20);

		assertThat(shops).extracting(Neighbourhood.Shop::name).doesNotHaveDuplicates().hasSize(324);
		assertThat(shops).allSatisfy((shop) -> assertThat(shop.products()).hasSize(20)
			.extracting(Neighbourhood.Product::title)
			.doesNotHaveDuplicates());
	}

	@Test
	void liesAroundOneDistrict() {

		assertThat(this.neighbourhood.shops(200, 1)).allSatisfy((shop) -> {
			assertThat(shop.latitude()).isBetween(37.52, 37.57);
			assertThat(shop.longitude()).isBetween(127.02, 127.09);
			assertThat(shop.address()).startsWith("서울특별시 성동구 ");
		});
	}

	@Test
	void pricesInWholeHundredsOfWonAndLimitsAFewGoods() {

		var products = this.neighbourhood.shops(120, 20).stream().flatMap((shop) -> shop.products().stream()).toList();

		assertThat(products).allSatisfy((product) -> {
			assertThat(product.price()).isPositive();
			assertThat(product.price() % 100).isZero();
		});
		assertThat(products).filteredOn((product) -> product.stock() != Neighbourhood.Product.UNLIMITED)
			.hasSizeBetween(10, 200)
			.allSatisfy((product) -> assertThat(product.stock()).isPositive());
	}

	@Test
	void hasShopsOfEveryKindAndSomeThatNeverClose() {

		var shops = this.neighbourhood.shops(48, 1);

		assertThat(new HashSet<>(shops.stream().map(Neighbourhood.Shop::category).toList()))
			.hasSize(Goods.KINDS.size());
		assertThat(shops).anySatisfy((shop) -> assertThat(shop.opens()).isZero().isEqualTo(shop.closes()));
	}

}
