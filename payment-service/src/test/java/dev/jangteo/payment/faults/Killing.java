package dev.jangteo.payment.faults;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
import org.springframework.core.env.Environment;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Kills its own process with -9 at a chosen place, the n-th time it gets there: around
 * the call to the provider, or around the commit of what came of it.
 */
@TestConfiguration
class Killing {

	static final String PLACE = "jangteo.faults.kill";

	static final String TIME = "jangteo.faults.kill-time";

	private final Place place;

	private final AtomicInteger left;

	/** The place of a commit this thread is on the way to. */
	private final ThreadLocal<@Nullable String> ahead = new ThreadLocal<>();

	Killing(Environment environment) {
		this.place = environment.getRequiredProperty(PLACE, Place.class);
		this.left = new AtomicInteger(environment.getRequiredProperty(TIME, Integer.class));
	}

	@Bean
	BeanPostProcessor killedCalls() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof PaymentProvider provider) ? new Calls(provider) : bean;
			}
		};
	}

	@Bean
	TransactionExecutionListener killedCommits() {
		return new TransactionExecutionListener() {
			@Override
			public void beforeCommit(TransactionExecution transaction) {
				passCommit("BEFORE_COMMIT");
			}

			@Override
			public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
				passCommit("AFTER_COMMIT");
				ahead.remove();
			}
		};
	}

	private void passCommit(String where) {
		var call = ahead.get();
		if (call != null) {
			pass(call + "_" + where);
		}
	}

	private void pass(String where) {
		if (place.name().equals(where) && left.decrementAndGet() == 0) {
			die();
		}
	}

	/** Nothing of this thread happens after it. */
	private static void die() {
		try {
			new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
		}
		catch (IOException ex) {
			Runtime.getRuntime().halt(137);
		}
		while (true) {
			LockSupport.park();
		}
	}

	enum Place {

		CHARGE_BEFORE_CALL, CHARGE_AFTER_CALL, CHARGE_BEFORE_COMMIT, CHARGE_AFTER_COMMIT, REFUND_BEFORE_CALL,
		REFUND_AFTER_CALL, REFUND_BEFORE_COMMIT, REFUND_AFTER_COMMIT

	}

	private final class Calls implements PaymentProvider {

		private final PaymentProvider provider;

		private Calls(PaymentProvider provider) {
			this.provider = provider;
		}

		@Override
		public ProviderAnswer charge(Charge charge) {
			return watched("CHARGE", () -> provider.charge(charge));
		}

		@Override
		public ProviderAnswer cancel(Cancellation cancellation) {
			return watched("REFUND", () -> provider.cancel(cancellation));
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

		// Only what the provider has done makes the place after it interesting.
		private ProviderAnswer watched(String name, Supplier<ProviderAnswer> call) {
			pass(name + "_BEFORE_CALL");
			var answer = call.get();
			if (answer instanceof ProviderAnswer.Told) {
				pass(name + "_AFTER_CALL");
				ahead.set(name);
			}
			return answer;
		}

	}

}
