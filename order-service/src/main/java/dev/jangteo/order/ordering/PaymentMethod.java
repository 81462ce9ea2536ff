package dev.jangteo.order.ordering;

/**
 * How an order is paid.
 */
public enum PaymentMethod {

	/** In cash or otherwise at the door. */
	PAY_ON_DELIVERY,

	/** Online, before the shop sees the order. */
	CARD

}
