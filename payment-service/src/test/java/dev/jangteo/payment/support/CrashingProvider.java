package dev.jangteo.payment.support;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.Cancellation;
import dev.jangteo.payment.provider.Charge;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.PaymentProvider;
import dev.jangteo.payment.provider.ProviderAnswer;
import dev.jangteo.payment.provider.ProviderTransaction;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets the thread of a call die before the call or after it, so that nothing is written
 * of it, as when the process is killed there.
 */
public final class CrashingProvider implements PaymentProvider {

	private static volatile double share;

	private static volatile Random random = new Random();

	private final PaymentProvider provider;

	private CrashingProvider(PaymentProvider provider) {
		this.provider = provider;
	}

	/** From now on this share of the calls dies, half of them before, half after. */
	public static void crash(double share, long seed) {
		CrashingProvider.random = new Random(seed);
		CrashingProvider.share = share;
	}

	@Override
	public ProviderAnswer charge(Charge charge) {
		return maybe(() -> provider.charge(charge));
	}

	@Override
	public ProviderAnswer cancel(Cancellation cancellation) {
		return maybe(() -> provider.cancel(cancellation));
	}

	@Override
	public ProviderAnswer find(OrderId order) {
		return provider.find(order);
	}

	@Override
	public ProviderAnswer find(PaymentKey key) {
		return provider.find(key);
	}

	@Override
	public List<ProviderTransaction> transactions(Instant from, Instant to, @Nullable String after, int limit) {
		return provider.transactions(from, to, after, limit);
	}

	@Override
	public boolean isAvailable() {
		return provider.isAvailable();
	}

	private static ProviderAnswer maybe(Supplier<ProviderAnswer> call) {
		var dice = random.nextDouble();
		if (dice < share / 2) {
			throw new Crash();
		}
		var answer = call.get();
		if (dice < share) {
			throw new Crash();
		}
		return answer;
	}

	private static final class Crash extends RuntimeException {

		private Crash() {
			super("killed here", null, false, false);
		}

	}

	@TestConfiguration
	static class Wrapping {

		@Bean
		static BeanPostProcessor crashes() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof PaymentProvider provider) ? new CrashingProvider(provider) : bean;
				}
			};
		}

	}

}
