package dev.jangteo.payment.provider;

import java.time.Instant;
import java.util.List;

import dev.jangteo.payment.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever moves the money. Every call has a time limit, counts against a bulkhead and a
 * breaker, and never throws: what went wrong is an answer. None belongs into a
 * transaction.
 */
public interface PaymentProvider {

	/** Charges. Repeated with the same key it charges once. */
	ProviderAnswer charge(Charge charge);

	/** Gives back all that is left. Repeated with the same key it does so once. */
	ProviderAnswer cancel(Cancellation cancellation);

	/** The latest payment of an order. */
	ProviderAnswer find(OrderId order);

	ProviderAnswer find(PaymentKey key);

	/**
	 * The provider's books of a time, oldest first.
	 * @param after continues after this line
	 * @throws ProviderAway when they cannot be read now
	 */
	List<ProviderTransaction> transactions(Instant from, Instant to, @Nullable String after, int limit);

	/** Whether a charge has a chance at this moment. Asks nobody. */
	boolean isAvailable();

}
