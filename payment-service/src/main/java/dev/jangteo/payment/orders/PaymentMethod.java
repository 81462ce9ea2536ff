package dev.jangteo.payment.orders;

/**
 * How an order is paid.
 */
public enum PaymentMethod {

	PAY_ON_DELIVERY, CARD

}
