package dev.jangteo.order.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.Menu;
import dev.jangteo.order.catalog.ProductTerms;
import dev.jangteo.order.catalog.ProductTerms.Option;
import dev.jangteo.order.ordering.OrderLines.ChosenOption;
import dev.jangteo.order.ordering.OrderLines.OrderLine;
import dev.jangteo.order.ordering.OrderRejected.Reason;
import dev.jangteo.order.ordering.Wanted.Item;

/**
 * What is wanted, held against the shop's menu of this moment. Prices come from the menu
 * alone.
 */
record Draft(Wanted wanted, Menu menu, Instant when) {

	ProductTerms offerFor(Item item) {
		return menu.offer(item.product())
			.orElseThrow(() -> OrderRejected.because(Reason.PRODUCT_UNKNOWN, "The shop does not sell this product.",
					Map.of("productId", item.product().value())));
	}

	List<Option> chosenIn(ProductTerms.OptionGroup group, Item item) {
		return group.options().stream().filter((option) -> item.options().contains(option.id())).toList();
	}

	Money deliveryFee() {
		return menu.shop()
			.deliveryFeeTo(wanted.delivery().location())
			.orElseThrow(() -> OrderRejected.because(Reason.OUT_OF_DELIVERY_AREA,
					"The shop does not deliver to this address."));
	}

	OrderLines lines() {
		return new OrderLines(wanted.items().stream().map(this::line).toList());
	}

	/** The draft at the prices of its moment. */
	PricedOrder price() {
		try {
			return new PricedOrder(this, lines(), deliveryFee());
		}
		catch (IllegalArgumentException ex) {
			throw OrderRejected.because(Reason.TOTAL_TOO_LARGE, "The total is larger than any order may be.");
		}
	}

	private OrderLine line(Item item) {
		var offer = offerFor(item);
		var options = offer.optionGroups()
			.stream()
			.flatMap((group) -> chosenIn(group, item).stream())
			.map((option) -> new ChosenOption(option.id(), option.name(), option.extraPrice()))
			.toList();
		var unitPrice = options.stream().map(ChosenOption::extraPrice).reduce(offer.price(), Money::plus);
		return new OrderLine(item.product(), offer.title(), unitPrice, item.quantity(), options);
	}

}
