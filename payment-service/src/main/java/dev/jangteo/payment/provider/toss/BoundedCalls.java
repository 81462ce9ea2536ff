package dev.jangteo.payment.provider.toss;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.jangteo.payment.provider.ProviderAnswer;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;

/**
 * Counts calls against their bulkhead and the provider's one breaker. Charges and
 * questions have bulkheads of their own, so that neither starves the other.
 */
class BoundedCalls {

	private final CircuitBreaker breaker;

	private volatile boolean lastFailed;

	private volatile long lastEnd = System.nanoTime();

	BoundedCalls(CircuitBreaker breaker) {
		this.breaker = breaker;
	}

	ProviderAnswer run(Bulkhead bulkhead, Supplier<ProviderAnswer> call) {
		if (!breaker.tryAcquirePermission()) {
			return new ProviderAnswer.NotSent("breaker-open");
		}
		if (!bulkhead.tryAcquirePermission()) {
			breaker.releasePermission();
			return new ProviderAnswer.NotSent("too-many-calls");
		}
		var start = System.nanoTime();
		var isSilent = true;
		try {
			var answer = call.get();
			isSilent = answer instanceof ProviderAnswer.Silent || answer instanceof ProviderAnswer.NotSent;
			return answer;
		}
		finally {
			bulkhead.onComplete();
			count(isSilent, System.nanoTime() - start);
		}
	}

	boolean areAllowed() {
		return breaker.getState() == State.CLOSED;
	}

	/** Whether the last call failed, or there was none for so long. */
	boolean areInDoubt(Duration idle) {
		return !areAllowed() || lastFailed || System.nanoTime() - lastEnd > idle.toNanos();
	}

	private void count(boolean isSilent, long took) {
		lastFailed = isSilent;
		lastEnd = System.nanoTime();
		if (isSilent) {
			breaker.onError(took, TimeUnit.NANOSECONDS, new SilentProvider());
		}
		else {
			breaker.onSuccess(took, TimeUnit.NANOSECONDS);
		}
	}

	private static final class SilentProvider extends RuntimeException {

		private SilentProvider() {
			super("The provider did not answer", null, false, false);
		}

	}

}
