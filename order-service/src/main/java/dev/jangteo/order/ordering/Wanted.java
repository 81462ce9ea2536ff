package dev.jangteo.order.ordering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.OptionId;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper asks for, before anybody has looked whether it can be had.
 *
 * @param wish to the shop, personal data like the address
 * @param expectedTotal what the shopper has seen as the total, fee included
 */
public record Wanted(ShopId shop, List<Item> items, Delivery delivery, @Nullable String wish,
		PaymentMethod paymentMethod, Money expectedTotal) {

	public Wanted {
		items = List.copyOf(items);
	}

	Set<ProductId> products() {
		var products = new LinkedHashSet<ProductId>();
		items.forEach((item) -> products.add(item.product()));
		return products;
	}

	@Override
	public String toString() {
		return "Wanted[shop=%s, items=%s]".formatted(shop, items);
	}

	/**
	 * A product with the options chosen.
	 */
	public record Item(ProductId product, int quantity, Set<OptionId> options) {

		public Item {
			options = Set.copyOf(options);
		}

	}

}
