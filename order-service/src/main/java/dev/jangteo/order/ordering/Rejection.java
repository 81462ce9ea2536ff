package dev.jangteo.order.ordering;

import org.jspecify.annotations.Nullable;

/**
 * Why a shop refused an order.
 *
 * @param message in the owner's words
 */
public record Rejection(Reason reason, @Nullable String message) {

	/**
	 * The reasons an owner can give.
	 */
	public enum Reason {

		OUT_OF_STOCK, TOO_BUSY, CLOSING, OUT_OF_AREA, OTHER

	}

}
