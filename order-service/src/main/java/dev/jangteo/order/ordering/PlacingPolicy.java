package dev.jangteo.order.ordering;

import java.util.List;
import java.util.Map;

import dev.jangteo.order.ordering.OrderRejected.Reason;
import dev.jangteo.order.ordering.Wanted.Item;

/**
 * A rule an order must keep to be placed.
 */
@FunctionalInterface
interface PlacingPolicy {

	/** All rules, in the order in which a shopper wants to hear of them. */
	List<PlacingPolicy> ALL = List.of(PlacingPolicy::shopIsOpen, PlacingPolicy::addressIsInArea,
			PlacingPolicy::productsAreSold, PlacingPolicy::nothingIsSoldOut, PlacingPolicy::optionsExist,
			PlacingPolicy::optionsAreWithinBounds, PlacingPolicy::minimumIsMet, PlacingPolicy::totalIsAsExpected);

	/**
	 * Looks at a draft.
	 * @throws OrderRejected with the reason, when the draft breaks the rule
	 */
	void check(Draft draft);

	private static void shopIsOpen(Draft draft) {
		if (!draft.menu().shop().isOpenAt(draft.when())) {
			throw OrderRejected.because(Reason.SHOP_CLOSED, "The shop takes no orders now.");
		}
	}

	private static void addressIsInArea(Draft draft) {
		draft.deliveryFee();
	}

	private static void productsAreSold(Draft draft) {
		draft.wanted().items().forEach(draft::offerFor);
	}

	private static void nothingIsSoldOut(Draft draft) {
		for (var item : draft.wanted().items()) {
			if (draft.offerFor(item).soldOut()) {
				throw refusal(Reason.SOLD_OUT, "A product is sold out.", item);
			}
		}
	}

	private static void optionsExist(Draft draft) {
		for (var item : draft.wanted().items()) {
			var known = draft.offerFor(item)
				.optionGroups()
				.stream()
				.mapToInt((group) -> draft.chosenIn(group, item).size())
				.sum();
			if (known != item.options().size()) {
				throw refusal(Reason.OPTION_UNKNOWN, "The product has no such option.", item);
			}
		}
	}

	private static void optionsAreWithinBounds(Draft draft) {
		for (var item : draft.wanted().items()) {
			for (var group : draft.offerFor(item).optionGroups()) {
				var chosen = draft.chosenIn(group, item).size();
				if (chosen < group.min()) {
					throw refusal(Reason.OPTION_REQUIRED,
							"'%s' needs a choice of at least %d.".formatted(group.name(), group.min()), item);
				}
				if (chosen > group.max()) {
					throw refusal(Reason.TOO_MANY_OPTIONS,
							"'%s' allows a choice of at most %d.".formatted(group.name(), group.max()), item);
				}
			}
		}
	}

	private static void minimumIsMet(Draft draft) {
		var minimum = draft.menu().shop().minimumOrder();
		if (draft.price().itemsTotal().compareTo(minimum) < 0) {
			throw OrderRejected.because(Reason.BELOW_MINIMUM, "The shop asks for a larger order.",
					Map.of("minimum", minimum));
		}
	}

	private static void totalIsAsExpected(Draft draft) {
		var price = draft.price();
		if (!price.total().equals(draft.wanted().expectedTotal())) {
			throw OrderRejected.because(Reason.PRICE_CHANGED, "The price is another one now.", Map.of("total",
					price.total(), "itemsTotal", price.itemsTotal(), "deliveryFee", price.deliveryFee()));
		}
	}

	private static OrderRejected refusal(Reason reason, String message, Item item) {
		return OrderRejected.because(reason, message, Map.of("productId", item.product().value()));
	}

}
