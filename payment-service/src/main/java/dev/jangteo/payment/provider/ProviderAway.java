package dev.jangteo.payment.provider;

/**
 * The provider's books cannot be read at the moment.
 */
public final class ProviderAway extends RuntimeException {

	public ProviderAway(String cause) {
		super("The provider does not show its books: " + cause, null, false, false);
	}

}
