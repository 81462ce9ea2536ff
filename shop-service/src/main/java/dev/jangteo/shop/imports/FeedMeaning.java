package dev.jangteo.shop.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.imports.feed.FeedEntry;
import dev.jangteo.shop.products.FeedProduct;
import dev.jangteo.shop.products.Gtin;
import dev.jangteo.shop.products.ProductDetails;
import dev.jangteo.shop.values.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The only place that knows the words of Google Merchant Center's product data
 * specification.
 */
final class FeedMeaning {

	private static final Pattern PRICE = Pattern
		.compile("([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(\\.[0-9]{1,6})?(?: *([A-Z]{3}))?");

	private final Currency currency;

	FeedMeaning(Currency currency) {
		this.currency = currency;
	}

	/**
	 * The product of a row.
	 * @throws InvalidValue naming the column
	 */
	FeedProduct product(FeedEntry.Row row) {
		try {
			return new FeedProduct(required(row, "id"),
					new ProductDetails(required(row, "title"), row.value("description"), price(required(row, "price")),
							row.value("brand"), Gtin.of(row.value("gtin")), row.value("link"),
							path(row.value("product_type")), images(row), soldOut(row.value("availability"))));
		}
		catch (InvalidValue ex) {
			throw new InvalidValue(column(ex.field()), ex.reason());
		}
	}

	private static String required(FeedEntry.Row row, String column) {

		var value = row.value(column);

		if (value == null) {
			throw new InvalidValue(column, "must not be empty");
		}

		return value;
	}

	private Money price(String text) {

		var price = PRICE.matcher(text);

		if (!price.matches()) {
			throw new InvalidValue("price", "must be an amount and a currency, for example 18000 " + this.currency);
		}

		if (price.group(3) != null && !price.group(3).equals(this.currency.getCurrencyCode())) {
			throw new InvalidValue("price", "must be in the currency of the shop, " + this.currency);
		}

		var amount = price.group(1).replace(",", "") + ((price.group(2) != null) ? price.group(2) : "");

		try {
			return new Money(new BigDecimal(amount), this.currency);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidValue("price", String.valueOf(ex.getMessage()));
		}
	}

	/** What cannot be had today counts as sold out. */
	private static boolean soldOut(@Nullable String availability) {

		if (availability == null) {
			return false;
		}

		return switch (availability.toLowerCase(Locale.ROOT).replace(' ', '_')) {
			case "in_stock" -> false;
			case "out_of_stock", "preorder", "backorder" -> true;
			default -> throw new InvalidValue("availability", "must be in_stock, out_of_stock, preorder or backorder");
		};
	}

	private static List<String> path(@Nullable String productType) {
		return (productType == null) ? List.of()
				: Arrays.stream(productType.split(">")).map(String::strip).filter(name -> !name.isEmpty()).toList();
	}

	private static List<String> images(FeedEntry.Row row) {

		var images = new ArrayList<String>();

		Stream.ofNullable(row.value("image_link")).forEach(images::add);
		Stream.ofNullable(row.value("additional_image_link"))
			.flatMap(links -> Arrays.stream(links.split(",")))
			.map(String::strip)
			.filter(link -> !link.isEmpty())
			.forEach(images::add);

		return images;
	}

	private static String column(String field) {

		if (field.startsWith("categoryPath")) {
			return "product_type";
		}

		return field.startsWith("images") ? "image_link" : field;
	}

}
