package dev.jangteo.order.ordering;

/**
 * Whether cards can be charged.
 */
public interface CardPayments {

	/**
	 * Asks, within a bounded time, outside any transaction. Whoever cannot be asked
	 * cannot charge.
	 */
	boolean areAvailable();

}
