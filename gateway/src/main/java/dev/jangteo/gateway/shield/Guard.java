package dev.jangteo.gateway.shield;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

/**
 * Stands before one route to one origin: at most so many at once, and nobody for a while
 * after too many faults. Faults are silence and broken connections only; what a service
 * answers, even a 503, is its answer.
 */
public final class Guard {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
		.slidingWindowType(SlidingWindowType.COUNT_BASED)
		.slidingWindowSize(40)
		.minimumNumberOfCalls(10)
		.failureRateThreshold(50)
		.waitDurationInOpenState(PAUSE)
		.permittedNumberOfCallsInHalfOpenState(4)
		.maxWaitDurationInHalfOpenState(Duration.ofSeconds(10))
		.build();

	private final String route;

	private final URI origin;

	private final Duration within;

	private final int atOnce;

	private final AtomicInteger underWay = new AtomicInteger();

	private final CircuitBreaker breaker;

	public enum Entry {

		OPEN, FULL, BROKEN

	}

	public enum Outcome {

		/** The backend answered, whatever it was. */
		ANSWERED,
		/** It kept silent or broke the connection. */
		FAULT,
		/** It is not to blame: the caller left, or sent too much. */
		NEITHER

	}

	Guard(String route, URI origin, Duration within, int atOnce) {
		this.route = route;
		this.origin = origin;
		this.within = within;
		this.atOnce = atOnce;
		this.breaker = CircuitBreaker.of(route + "@" + origin, BREAKER);
	}

	public Entry enter() {
		if (underWay.incrementAndGet() > atOnce) {
			underWay.decrementAndGet();
			return Entry.FULL;
		}
		if (!breaker.tryAcquirePermission()) {
			underWay.decrementAndGet();
			return Entry.BROKEN;
		}
		return Entry.OPEN;
	}

	public void leave(Outcome outcome, long nanos, Throwable cause) {
		underWay.decrementAndGet();
		switch (outcome) {
			case ANSWERED -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
			case FAULT -> breaker.onError(nanos, TimeUnit.NANOSECONDS, cause);
			case NEITHER -> breaker.releasePermission();
		}
	}

	public Duration pause() {
		return PAUSE;
	}

	public String route() {
		return route;
	}

	public URI origin() {
		return origin;
	}

	public Duration within() {
		return within;
	}

	void onChange(Consumer<Object> listener) {
		breaker.getEventPublisher()
			.onStateTransition(event -> listener.accept(event.getStateTransition().getToState()));
	}

	int underWay() {
		return underWay.get();
	}

	boolean isBroken() {
		return breaker.getState() == CircuitBreaker.State.OPEN;
	}

}
