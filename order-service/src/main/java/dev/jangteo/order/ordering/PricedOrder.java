package dev.jangteo.order.ordering;

import dev.jangteo.defaults.Money;

/**
 * What is wanted at the prices of this moment. Only this package makes one.
 */
public final class PricedOrder {

	private final Draft draft;

	private final OrderLines lines;

	private final Money itemsTotal;

	private final Money deliveryFee;

	private final Money total;

	PricedOrder(Draft draft, OrderLines lines, Money deliveryFee) {
		this.draft = draft;
		this.lines = lines;
		this.itemsTotal = lines.total();
		this.deliveryFee = deliveryFee;
		this.total = itemsTotal.plus(deliveryFee);
	}

	Draft draft() {
		return draft;
	}

	OrderLines lines() {
		return lines;
	}

	Money itemsTotal() {
		return itemsTotal;
	}

	Money deliveryFee() {
		return deliveryFee;
	}

	Money total() {
		return total;
	}

}
