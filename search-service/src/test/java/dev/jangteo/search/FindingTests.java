package dev.jangteo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static dev.jangteo.search.Samples.product;
import static dev.jangteo.search.Samples.always;
import static dev.jangteo.search.Samples.fee;
import static dev.jangteo.search.Samples.never;
import static dev.jangteo.search.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists and pages with both stores there. */
class FindingTests extends SearchServiceTests {

	private final Spot spot = anywhere();

	@Test
	void findsShopsByWordsInBothLanguages() {
		var korean = aShop(this.spot.aShop("교촌치킨 성산점"));
		var english = aShop(this.spot.aShop("Grandma's Burgers"));
		awaitFound(2);
		assertThat(shops("q=교촌")).isEqualTo(idsOf(korean));
		assertThat(shops("q=치킨")).isEqualTo(idsOf(korean));
		assertThat(shops("q=burger")).isEqualTo(idsOf(english));
		assertThat(shops("q=nothing-of-this-name")).isEmpty();
	}

	@Test
	void findsShopsNearAPlaceAndTellsDistanceAndFee() {
		var near = aShop(this.spot.north(500).aShop("가까운 집"));
		var far = aShop(this.spot.north(2000).aShop("먼 집"));
		aShop(this.spot.north(20_000).aShop("다른 동네"));
		awaitFound(2);
		var list = get("/api/v1/shops?" + this.spot.around()).body();
		assertThat(ids(list)).isEqualTo(idsOf(near, far));
		var first = list.path("items").path(0);
		assertThat(first.path("distanceMeters").asInt()).isBetween(495, 505);
		assertThat(first.at("/deliveryFee/amount").asInt()).isEqualTo(2000);
		assertThat(first.path("delivers").asBoolean()).isTrue();
		assertThat(list.at("/items/1/deliveryFee/amount").asInt()).isEqualTo(3500);
		assertThat(list.path("degraded").asBoolean()).isFalse();
	}

	@Test
	void ordersByDistanceFeeAndRating() {
		var far = aShop(with(this.spot.north(1500).aShop("멀고 싼"), "deliveryFees", List.of(fee(3000, 500))));
		var near = aShop(this.spot.north(200).aShop("가깝고 비싼"));
		var tooFar = aShop(with(this.spot.north(1000).aShop("안 오는"), "deliveryFees", List.of(fee(500, 100))));
		awaitFound(3);
		assertThat(shops("sort=distance")).isEqualTo(idsOf(near, tooFar, far));
		assertThat(shops("sort=deliveryFee")).isEqualTo(idsOf(far, near, tooFar));
		assertThat(shops("sort=rating")).hasSize(3);
		assertThat(shops("minRating=4")).isEmpty();
	}

	@Test
	void showsOnlyOpenShopsWhenAskedTo() {
		var open = aShop(this.spot.aShop("열린 집"));
		var closed = aShop(with(this.spot.aShop("닫은 집"), "opening", never()));
		awaitFound(2);
		assertThat(shops("openNow=true")).isEqualTo(idsOf(open));
		publish("shop", closed, 2, with(this.spot.aShop("닫은 집"), "opening", always()));
		publish("shop", open, 2, with(this.spot.aShop("열린 집"), "opening", never()));
		await().untilAsserted(() -> assertThat(shops("openNow=true")).isEqualTo(idsOf(closed)));
		var shown = get("/api/v1/shops?ids=" + open).body().path("items").path(0);
		assertThat(shown.path("openNow").asBoolean()).isFalse();
		assertThat(shown.path("opensAt").isNull()).isTrue();
	}

	@Test
	void filtersByCategory() {
		aShop(this.spot.aShop("화덕피자"));
		var cafe = aShop(with(this.spot.aShop("커피집"), "category", "cafe"));
		awaitFound(2);
		assertThat(shops("category=cafe")).isEqualTo(idsOf(cafe));
	}

	@Test
	void pagesWithoutDoublesOrGapsWhileShopsChange() {
		var shops = new ArrayList<UUID>();
		for (int i = 0; i < 25; i++) {
			shops.add(aShop(this.spot.aShop("분식 " + i)));
		}
		awaitFound(25);
		for (var sort : List.of("distance", "rating", "deliveryFee")) {
			var seen = new ArrayList<String>();
			String cursor = "";
			var version = 2;
			while (cursor != null) {
				var page = get(
						"/api/v1/shops?limit=7&sort=%s&cursor=%s&%s".formatted(sort, cursor, this.spot.around()));
				assertThat(page.status()).isEqualTo(200);
				seen.addAll(ids(page.body()));
				cursor = page.body().path("nextCursor").asStringOpt().orElse(null);
				publish("shop", shops.get(version), version++, this.spot.aShop("떡볶이"));
			}
			assertThat(seen).as(sort).doesNotHaveDuplicates().hasSize(25);
		}
	}

	@Test
	void endsAListAtItsDepth() {
		for (int i = 0; i < 45; i++) {
			aShop(this.spot.aShop("국수 " + i));
		}
		awaitFound(45);
		var first = get("/api/v1/shops?limit=30&" + this.spot.around()).body();
		var second = get("/api/v1/shops?limit=30&cursor={cursor}&" + this.spot.around(),
				first.path("nextCursor").asString())
			.body();
		assertThat(second.path("nextCursor").isNull()).isTrue();
	}

	@Test
	void showsShopsByTheirIdsInTheirOrder() {
		var one = aShop(this.spot.aShop("하나"));
		var two = aShop(this.spot.aShop("둘"));
		await().untilAsserted(
				() -> assertThat(ids(get("/api/v1/shops?ids=%s,%s,%s".formatted(two, UUID.randomUUID(), one)).body()))
					.isEqualTo(idsOf(two, one)));
	}

	@Test
	void answersTheSameOnTheShortWayAndTheOrdinaryOne() {
		var one = aShop(this.spot.aShop("하나"));
		var two = aShop(with(this.spot.aShop("둘"), "opening", never()));
		var ids = "%s,%s,%s".formatted(two, UUID.randomUUID(), one);
		await().untilAsserted(() -> assertThat(ids(get("/api/v1/shops?ids=" + ids).body())).hasSize(2));
		var plain = get("/api/v1/shops?ids=" + ids);
		var ordinary = get("/api/v1/shops?limit=20&ids=" + ids);
		assertThat(plain.body()).isEqualTo(ordinary.body());
		assertThat(plain.headers().getContentType()).isEqualTo(ordinary.headers().getContentType());
		assertThat(plain.headers().getFirst("X-Request-Id")).isNotNull();
		assertThat(plain.headers().getCacheControl()).isEqualTo(ordinary.headers().getCacheControl());
		assertThat(get("/api/v1/shops?ids={ids}", two.toString().toUpperCase(Locale.ROOT)).body().path("items"))
			.hasSize(1);
	}

	@Test
	void showsAShopWithItsMenu() {
		var shop = aShop(this.spot.aShop("성산동 화덕피자"));
		var margherita = aProduct(product(shop, "마르게리타", 18000));
		var marinara = aProduct(with(product(shop, "마리나라", 16000), "soldOut", true));
		await().untilAsserted(
				() -> assertThat(get("/api/v1/shops/{id}", shop).body().path("menuSize").asInt()).isEqualTo(2));
		var page = get("/api/v1/shops/{id}?" + this.spot.around(), shop).body();
		assertThat(page.path("name").asString()).isEqualTo("성산동 화덕피자");
		assertThat(page.path("phone").asString()).isEqualTo("02-123-4567");
		assertThat(page.at("/opening/weekly/0/day").asString()).isEqualTo("MONDAY");
		assertThat(page.at("/deliveryFee/amount").asInt()).isEqualTo(2000);
		assertThat(page.at("/menu/0/id").asString()).isEqualTo(margherita.toString());
		assertThat(page.at("/menu/0/price/amount").asInt()).isEqualTo(18000);
		assertThat(page.at("/menu/0/optionGroups/0/options/0/name").asString()).isEqualTo("라지");
		assertThat(page.at("/menu/0/available").asBoolean()).isTrue();
		assertThat(page.at("/menu/1/id").asString()).isEqualTo(marinara.toString());
		assertThat(page.at("/menu/1/available").asBoolean()).isFalse();
	}

	@Test
	void answers404ForAShopThatDoesNotExist() {
		var answer = get("/api/v1/shops/{id}", UUID.randomUUID());
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body().path("type").asString()).endsWith("/not-found");
	}

	@Test
	void asksTheOwnerForAShopNobodyToldOf() {
		var shop = UUID.randomUUID();
		OWNERS.put("shop", shop, 4, this.spot.aShop("방금 연 집"));
		assertThat(get("/api/v1/shops/{id}", shop).body().path("version").asInt()).isEqualTo(4);
	}

	@Test
	void findsProductsByWordsAndFilters() {
		var shop = aShop(this.spot.aShop("화덕피자"));
		var cheap = aProduct(product(shop, "마르게리타 피자", 18000));
		var dear = aProduct(with(product(shop, "트러플 피자", 32000), "brand", "Tartufi"));
		var drink = aProduct(with(product(shop, "Sparkling Water", 3000), "categoryPath", List.of("음료")));
		await().untilAsserted(() -> assertThat(products("shopId=" + shop)).hasSize(3));
		assertThat(products("q=피자&shopId=" + shop)).containsExactlyInAnyOrderElementsOf(idsOf(cheap, dear));
		assertThat(products("q=waters&shopId=" + shop)).isEqualTo(idsOf(drink));
		assertThat(products("brand=tartufi&shopId=" + shop)).isEqualTo(idsOf(dear));
		assertThat(products("category=피자 > 클래식&sort=priceDesc&shopId=" + shop)).isEqualTo(idsOf(dear, cheap));
		assertThat(products("minPrice=3000&maxPrice=20000&sort=priceAsc&shopId=" + shop))
			.isEqualTo(idsOf(drink, cheap));
		assertThat(products("sort=newest&shopId=" + shop)).isEqualTo(idsOf(drink, dear, cheap));
	}

	private void awaitFound(int shops) {
		await().untilAsserted(() -> assertThat(shops("limit=100")).hasSize(shops));
	}

	private List<String> shops(String query) {
		var answer = get("/api/v1/shops?" + query + "&" + this.spot.around());
		assertThat(answer.status()).isEqualTo(200);
		return ids(answer.body());
	}

	private List<String> products(String query) {
		var answer = get("/api/v1/products?" + query);
		assertThat(answer.status()).isEqualTo(200);
		return ids(answer.body());
	}

}
