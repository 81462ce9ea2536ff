package dev.jangteo.shop.shops;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.values.InvalidValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShopTests {

	private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");

	private static final Instant LATER = NOON.plusSeconds(60);

	@Test
	void isAnotherAfterADifferentDescription() {

		var shop = aShop();

		assertThat(shop.change(named("Other"), shop.opening(), LATER)).isPresent();
		assertThat(shop.details().name()).isEqualTo("Other");
		assertThat(shop.updatedAt()).isEqualTo(LATER);
	}

	@Test
	void isTheSameAfterTheSameDescription() {

		var shop = aShop();

		assertThat(shop.change(named("Pizza"), OpeningHours.none(), LATER)).isEmpty();
		assertThat(shop.updatedAt()).isEqualTo(NOON);
	}

	@Test
	void keepsItsCurrency() {

		var dollars = new ShopDetails("Pizza", "pizza", null, null, "Seoul", new Location(37.5, 126.9),
				ZoneId.of("Asia/Seoul"), Currency.getInstance("USD"), new Delivery(0, List.of()), Money.of(0, "USD"),
				List.of());

		refuses("currency", () -> aShop().change(dollars, OpeningHours.none(), LATER));
	}

	@Test
	void asksFeesThatReachExactlyToItsBorder() {
		refuses("deliveryFees", () -> new Delivery(3000, List.of(tier(1000), tier(2000))));
		refuses("deliveryFees[1].uptoMeters", () -> new Delivery(1000, List.of(tier(1000), tier(1000))));
		refuses("deliveryFees", () -> new Delivery(0, List.of(tier(1000))));
		refuses("deliveryFees", () -> new Delivery(1000, List.of()));
		refuses("deliveryRadiusMeters", () -> new Delivery(50_001, List.of(tier(50_001))));
		refuses("deliveryRadiusMeters", () -> new Delivery(-1, List.of()));
		assertThat(new Delivery(2000, List.of(tier(1000), tier(2000))).fees()).hasSize(2);
	}

	@Test
	void asksNothingNegativeAndNothingInForeignMoney() {
		refuses("deliveryFees[0].fee",
				() -> new Delivery(10, List.of(new Delivery.Tier(10, Money.of(-1, "KRW")))).in(won()));
		refuses("deliveryFees[0].fee",
				() -> new Delivery(10, List.of(new Delivery.Tier(10, Money.of(1, "USD")))).in(won()));
		refuses("minimumOrder", () -> Prices.check("minimumOrder", Money.of(1_000_000_000_001L, "KRW"), won()));
	}

	@Test
	void liesOnEarth() {
		refuses("lat", () -> new Location(90.1, 0));
		refuses("lng", () -> new Location(0, -180.1));
		refuses("lat", () -> new Location(Double.NaN, 0));
	}

	@Test
	void hasAReadableName() {
		refuses("name", () -> named(" "));
		refuses("name", () -> named("a\u0000b"));
		refuses("name", () -> named("a\nb"));
		refuses("name", () -> named("\ud83c"));
		refuses("name", () -> named("x".repeat(101)));
		assertThat(named(" 화덕피자 \ud83c\udf55 ").name()).isEqualTo("화덕피자 \ud83c\udf55");
	}

	@Test
	void linksToPicturesOnTheWeb() {
		refuses("images[0]", () -> pictured("javascript:alert(1)"));
		refuses("images[0]", () -> pictured("/a.jpg"));
		refuses("images[0]", () -> pictured("http:///a.jpg"));
		assertThat(pictured("https://example.com/a.jpg").images()).hasSize(1);
	}

	private static void refuses(String field, Runnable making) {
		assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run).returns(field, InvalidValue::field);
	}

	private static Shop aShop() {
		return new Shop(new ShopId(new UUID(1, 1)), new UUID(2, 2), named("Pizza"), OpeningHours.none(), NOON);
	}

	private static ShopDetails named(String name) {
		return details(name, List.of());
	}

	private static ShopDetails pictured(String image) {
		return details("Pizza", List.of(image));
	}

	private static ShopDetails details(String name, List<String> images) {
		return new ShopDetails(name, "pizza", null, "02-123-4567", "Seoul", new Location(37.5, 126.9),
				ZoneId.of("Asia/Seoul"), won(), new Delivery(1000, List.of(tier(1000))), Money.of(12000, "KRW"),
				images);
	}

	private static Delivery.Tier tier(int uptoMeters) {
		return new Delivery.Tier(uptoMeters, Money.of(2000, "KRW"));
	}

	private static Currency won() {
		return Currency.getInstance("KRW");
	}

}
