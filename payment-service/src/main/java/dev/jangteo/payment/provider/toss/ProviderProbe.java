package dev.jangteo.payment.provider.toss;

import java.time.Duration;
import java.util.UUID;

import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.PaymentProvider;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps the breaker honest without a shopper. While the last call has failed, or nobody
 * has called for a while, it asks the provider for an order nobody has placed: so card
 * orders are refused soon after the provider has gone, and accepted soon after it is
 * back.
 */
class ProviderProbe {

	private static final OrderId NOBODYS = new OrderId(new UUID(0, 0));

	private static final int ENOUGH_TO_CLOSE = 3;

	private final PaymentProvider provider;

	private final BoundedCalls calls;

	private final Duration idle;

	ProviderProbe(PaymentProvider provider, BoundedCalls calls, Duration idle) {
		this.provider = provider;
		this.calls = calls;
		this.idle = idle;
	}

	// The breaker itself says how often it may be asked while it is open.
	@Scheduled(fixedDelayString = "${jangteo.provider.probe-every:500ms}")
	void probe() {
		for (var i = 0; i < ENOUGH_TO_CLOSE && calls.areInDoubt(idle); i++) {
			provider.find(NOBODYS);
		}
	}

}
