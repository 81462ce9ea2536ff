package dev.jangteo.shop.products;

import java.util.ArrayList;
import java.util.List;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.shops.Prices;
import dev.jangteo.shop.values.InvalidValue;
import dev.jangteo.shop.values.Links;
import dev.jangteo.shop.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a product, by hand or in a feed.
 *
 * @param categoryPath from the widest to the narrowest
 */
public record ProductDetails(String title, @Nullable String description, Money price, @Nullable String brand,
		@Nullable Gtin gtin, @Nullable String link, List<String> categoryPath, List<String> images, boolean soldOut) {

	private static final int DEEPEST = 10;

	public ProductDetails {

		title = Text.required("title", title, 150);
		description = Text.lines("description", description, 5000);
		price = Prices.check("price", price, price.currency());
		brand = Text.line("brand", brand, 70);
		link = Links.optional("link", link);
		categoryPath = checkedPath(categoryPath);
		images = Links.of("images", images);
	}

	private static List<String> checkedPath(List<String> path) {

		if (path.size() > DEEPEST) {
			throw new InvalidValue("categoryPath", "must have at most " + DEEPEST + " levels");
		}

		var names = new ArrayList<String>();

		for (int i = 0; i < path.size(); i++) {
			names.add(Text.required("categoryPath[" + i + "]", path.get(i), 100));
		}

		return List.copyOf(names);
	}

}
