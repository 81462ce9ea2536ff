package dev.jangteo.payment.provider;

/**
 * By what the provider knows a payment. Whoever has it can ask for the payment, so it is
 * never written anywhere but into our database and to the provider.
 *
 * @param value as the shopper's widget gave it
 */
public record PaymentKey(String value) {

	@Override
	public String toString() {
		return "***";
	}

}
