package dev.jangteo.defaults.clients;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Counts each call against the neighbour's bulkhead and circuit breaker, until its answer
 * was read to the end.
 */
class BoundedCalls implements ClientHttpRequestInterceptor {

	private final Bulkhead bulkhead;

	private final CircuitBreaker breaker;

	BoundedCalls(Bulkhead bulkhead, CircuitBreaker breaker) {
		this.bulkhead = bulkhead;
		this.breaker = breaker;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (!this.breaker.tryAcquirePermission()) {
			throw new CallRefused("'%s' has been failing".formatted(this.breaker.getName()));
		}
		if (!this.bulkhead.tryAcquirePermission()) {
			this.breaker.releasePermission();
			throw new CallRefused("'%s' has too many calls running".formatted(this.bulkhead.getName()));
		}
		var start = System.nanoTime();
		try {
			return new CountedResponse(execution.execute(request, body), (failure) -> ended(start, failure));
		}
		catch (IOException | RuntimeException ex) {
			ended(start, ex);
			throw ex;
		}
	}

	private void ended(long start, @Nullable Exception failure) {
		this.bulkhead.onComplete();
		var took = System.nanoTime() - start;
		if (failure == null) {
			this.breaker.onSuccess(took, TimeUnit.NANOSECONDS);
		}
		else {
			this.breaker.onError(took, TimeUnit.NANOSECONDS, failure);
		}
	}

}
