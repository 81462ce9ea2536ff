package dev.jangteo.order.ordering;

import java.time.Clock;

import dev.jangteo.order.catalog.Menus;
import dev.jangteo.order.ordering.OrderRejected.Reason;

import org.springframework.stereotype.Service;

/**
 * Prices what a shopper wants from our own copy of the shop's menu, outside any
 * transaction, and checks every rule but the stock.
 */
@Service
public class PriceOrder {

	private final Menus menus;

	private final Clock clock;

	PriceOrder(Menus menus, Clock clock) {
		this.menus = menus;
		this.clock = clock;
	}

	/**
	 * Prices it.
	 * @throws OrderRejected when a rule refuses it
	 * @throws dev.jangteo.events.OwnerUnavailable when the shop is unknown here and its
	 * owner does not answer
	 */
	public PricedOrder price(Wanted wanted) {
		var menu = menus.menuOf(wanted.shop(), wanted.products())
			.orElseThrow(() -> OrderRejected.because(Reason.SHOP_UNKNOWN, "There is no such shop."));
		var draft = new Draft(wanted, menu, clock.instant());
		PlacingPolicy.ALL.forEach((policy) -> policy.check(draft));
		return draft.price();
	}

}
