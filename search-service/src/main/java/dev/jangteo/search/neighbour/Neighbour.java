package dev.jangteo.search.neighbour;

import java.time.Duration;
import java.util.concurrent.Callable;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * One way to a store that may be away. At most so many calls are under way at once, and
 * after some failures in a row nobody waits for it until a probe succeeds. The time limit
 * of a single call is the caller's: it must throw {@link NeighbourAway}.
 */
public final class Neighbour {

	private final String name;

	private final Bulkhead bulkhead;

	private final CircuitBreaker breaker;

	/**
	 * Makes a way to a store.
	 * @param name the store's name, seen in logs only
	 * @param places calls under way at once
	 * @param patience failures, half of the last calls, until nobody asks
	 * @param rest how long nobody asks once it failed
	 */
	public Neighbour(String name, int places, int patience, Duration rest) {
		this.name = name;
		this.bulkhead = Bulkhead.of(name,
				BulkheadConfig.custom()
					.maxConcurrentCalls(places)
					.maxWaitDuration(Duration.ZERO)
					.writableStackTraceEnabled(false)
					.build());
		this.breaker = CircuitBreaker.of(name,
				CircuitBreakerConfig.custom()
					.slidingWindow(2 * patience, patience, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
					.failureRateThreshold(50)
					.waitDurationInOpenState(rest)
					.permittedNumberOfCallsInHalfOpenState(2)
					.maxWaitDurationInHalfOpenState(rest.multipliedBy(4))
					.automaticTransitionFromOpenToHalfOpenEnabled(false)
					.recordException(NeighbourAway.class::isInstance)
					.writableStackTraceEnabled(false)
					.build());
	}

	/**
	 * Asks the store.
	 * @throws NeighbourAway at once when it may not be asked now, or as the call throws
	 * it
	 */
	public <T> T ask(Callable<T> call) {
		try {
			return this.bulkhead.executeCallable(() -> this.breaker.executeCallable(call));
		}
		catch (BulkheadFullException | CallNotPermittedException ex) {
			throw new NeighbourAway(this.name, ex);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new NeighbourAway(this.name, ex);
		}
	}

}
