package dev.jangteo.shop.products;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.shops.ShopId;
import dev.jangteo.shop.values.InvalidValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProductTests {

	private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");

	@Test
	void isTheSameAfterTheSameDescription() {

		var product = aProduct(sizes(1, 1, "Small", "Large"));

		assertThat(product.change("A", details(18000), sizes(1, 1, "Small", "Large"), NOON)).isEmpty();
	}

	@Test
	void isAnotherAfterAnyDifference() {
		assertThat(aProduct(sizes(1, 1, "Small")).change("A", details(19000), sizes(1, 1, "Small"), NOON)).isPresent();
		assertThat(aProduct(sizes(1, 1, "Small")).change("B", details(18000), sizes(1, 1, "Small"), NOON)).isPresent();
		assertThat(aProduct(sizes(1, 1, "Small")).change("A", details(18000), sizes(0, 1, "Small"), NOON)).isPresent();
	}

	@Test
	void optionsKeepTheirIdsByName() {

		var product = aProduct(sizes(1, 1, "Small", "Large"));
		var before = product.optionGroups().getFirst();

		product.change("A", details(18000), sizes(1, 1, "Large", "Huge"), NOON);

		var after = product.optionGroups().getFirst();
		assertThat(after.id()).isEqualTo(before.id());
		assertThat(after.options().getFirst().id()).isEqualTo(before.options().getLast().id());
		assertThat(after.options().getLast().id())
			.isNotIn(before.options().stream().map(OptionGroup.Option::id).toList());
	}

	@Test
	void optionsKeepTheirIdsByIdWhenRenamed() {

		var product = aProduct(sizes(1, 1, "Small"));
		var group = product.optionGroups().getFirst();
		var option = group.options().getFirst();

		product.change("A", details(18000), new OptionDrafts(List.of(new OptionDrafts.Group(group.id(), "How big", 1, 1,
				List.of(new OptionDrafts.Choice(option.id(), "Little", Money.of(0, "KRW")))))), NOON);

		assertThat(product.optionGroups().getFirst().id()).isEqualTo(group.id());
		assertThat(product.optionGroups().getFirst().options().getFirst().id()).isEqualTo(option.id());
	}

	@Test
	void refusesIdsOfOthers() {

		var foreign = new OptionDrafts(List.of(new OptionDrafts.Group(new UUID(9, 9), "Size", 1, 1,
				List.of(new OptionDrafts.Choice(null, "Small", Money.of(0, "KRW"))))));

		refuses("optionGroups[0].id", () -> aProduct(sizes(1, 1, "Small")).change("A", details(1), foreign, NOON));
	}

	@Test
	void refusesChoicesThatCannotBeMade() {
		refuses("optionGroups[0].min", () -> aProduct(sizes(2, 1, "Small", "Large")));
		refuses("optionGroups[0].max", () -> aProduct(sizes(1, 3, "Small", "Large")));
		refuses("optionGroups[0].max", () -> aProduct(sizes(0, 0, "Small")));
		refuses("optionGroups[0].options", () -> aProduct(sizes(0, 1)));
		refuses("optionGroups[0].options[1].name", () -> aProduct(sizes(1, 1, "Small", "Small")));
	}

	@Test
	void refusesNegativeAndForeignExtraPrices() {
		refuses("optionGroups[0].options[0].extraPrice", () -> aProduct(priced(Money.of(-1, "KRW"))));
		refuses("optionGroups[0].options[0].extraPrice", () -> aProduct(priced(Money.of(1, "USD"))));
	}

	@Test
	void keepsTheCurrencyOfItsShop() {

		var dollars = new ProductDetails("Margherita", null, Money.of(18, "USD"), null, null, null, List.of(),
				List.of(), false);

		refuses("price", () -> aProduct(sizes(1, 1, "Small")).change("A", dollars, sizes(1, 1, "Small"), NOON));
	}

	private static void refuses(String field, Runnable making) {
		assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run).returns(field, InvalidValue::field);
	}

	private static Product aProduct(OptionDrafts options) {
		return new Product(new ProductId(new UUID(1, 1)), new ShopId(new UUID(2, 2)), new UUID(3, 3), "A",
				details(18000), options, NOON);
	}

	private static ProductDetails details(long price) {
		return new ProductDetails("Margherita", "With basil", Money.of(price, "KRW"), null, null, null,
				List.of("Pizza"), List.of(), false);
	}

	private static OptionDrafts sizes(int min, int max, String... names) {
		return new OptionDrafts(List.of(new OptionDrafts.Group(null, "Size", min, max,
				List.of(names)
					.stream()
					.map(name -> new OptionDrafts.Choice(null, name, Money.of(0, "KRW")))
					.toList())));
	}

	private static OptionDrafts priced(Money extra) {
		return new OptionDrafts(List
			.of(new OptionDrafts.Group(null, "Size", 1, 1, List.of(new OptionDrafts.Choice(null, "Small", extra)))));
	}

}
