package dev.jangteo.shop.imports;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.imports.feed.FeedEntry;
import dev.jangteo.shop.products.FeedProduct;
import dev.jangteo.shop.values.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedMeaningTests {

	@Test
	void understandsAWholeRow() {

		var product = product(Map.of("description", "With basil", "link", "https://example.com/p/1", "image_link",
				"https://example.com/1.jpg", "additional_image_link",
				"https://example.com/2.jpg, https://example.com/3.jpg", "brand", "Oven", "gtin", "4006381333931",
				"product_type", "Food > Pizza >", "availability", "out of stock"));

		assertThat(product.externalId()).isEqualTo("A-1");
		assertThat(product.details().categoryPath()).containsExactly("Food", "Pizza");
		assertThat(product.details().images()).hasSize(3);
		assertThat(product.details().soldOut()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "18000 KRW|18000", "18,000 KRW|18000", "18000|18000", "18000.00 KRW|18000", "0 KRW|0" })
	void understandsPrices(String text, long amount) {
		assertThat(product(Map.of("price", text)).details().price()).isEqualTo(Money.of(amount, "KRW"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "18000.5 KRW", "18000 USD", "-1 KRW", "1e9 KRW", "free", "18,00 KRW", "KRW 18000",
			"999999999999999 KRW", "99999999999999999999 KRW", "１８０００ KRW" })
	void refusesOtherPrices(String text) {
		refuses("price", Map.of("price", text));
	}

	@Test
	void namesTheColumnToBlame() {
		refuses("title", Map.of("title", "x".repeat(151)));
		refuses("gtin", Map.of("gtin", "4006381333932"));
		refuses("availability", Map.of("availability", "perhaps"));
		refuses("image_link", Map.of("image_link", "ftp://example.com/1.jpg"));
		refuses("link", Map.of("link", "example.com"));
		refuses("product_type", Map.of("product_type", "a>".repeat(11) + "a"));
		refuses("id", Map.of("id", "x".repeat(101)));
	}

	@Test
	void asksForTheColumnsItNeeds() {
		for (var column : List.of("id", "title", "price")) {
			assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> {
				var values = values(Map.of());
				values.remove(column);
				meaning().product(new FeedEntry.Row(2, values));
			}).returns(column, InvalidValue::field);
		}
	}

	private static void refuses(String column, Map<String, String> values) {
		assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> product(values))
			.returns(column, InvalidValue::field);
	}

	private static FeedProduct product(Map<String, String> values) {
		return meaning().product(new FeedEntry.Row(2, values(values)));
	}

	private static Map<String, String> values(Map<String, String> values) {
		var all = new HashMap<>(Map.of("id", "A-1", "title", "Margherita", "price", "18000 KRW"));
		all.putAll(values);
		return all;
	}

	private static FeedMeaning meaning() {
		return new FeedMeaning(Currency.getInstance("KRW"));
	}

}
