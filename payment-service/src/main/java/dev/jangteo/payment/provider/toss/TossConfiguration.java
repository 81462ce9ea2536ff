package dev.jangteo.payment.provider.toss;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;

import dev.jangteo.payment.provider.PaymentProvider;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * The provider's client. It is not one of the services: it gets no service token, no
 * trace of ours, and no span, whose address would show a payment key.
 */
@Configuration(proxyBeanMethods = false)
class TossConfiguration {

	private static final String NAME = "provider";

	@Bean
	BoundedCalls boundedProviderCalls(ProviderSettings settings, CircuitBreakerRegistry breakers) {
		return new BoundedCalls(breakers.circuitBreaker(NAME, breaker(settings)));
	}

	@Bean
	PaymentProvider paymentProvider(ProviderSettings settings, BoundedCalls calls, BulkheadRegistry bulkheads,
			JsonMapper json, MeterRegistry meters) {
		var client = RestClient.builder()
			.baseUrl(settings.url())
			.defaultHeaders((headers) -> headers.setBasicAuth(settings.secretKey(), ""))
			.requestFactory(connections(settings))
			.build();
		return new TossPayments(client, calls,
				bulkhead(bulkheads, "provider-charges", settings.concurrentCharges(), settings),
				bulkhead(bulkheads, "provider-questions", settings.concurrentQuestions(), settings), json, meters);
	}

	@Bean
	ProviderProbe providerProbe(PaymentProvider provider, BoundedCalls calls, ProviderSettings settings) {
		return new ProviderProbe(provider, calls, settings.idleProbe());
	}

	private static Bulkhead bulkhead(BulkheadRegistry bulkheads, String name, int calls, ProviderSettings settings) {
		return bulkheads.bulkhead(name,
				BulkheadConfig.custom().maxConcurrentCalls(calls).maxWaitDuration(settings.bulkheadWait()).build());
	}

	private static CircuitBreakerConfig breaker(ProviderSettings settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowType(SlidingWindowType.TIME_BASED)
			.slidingWindowSize(10)
			.minimumNumberOfCalls(4)
			.failureRateThreshold(60)
			.waitDurationInOpenState(settings.openFor())
			.permittedNumberOfCallsInHalfOpenState(3)
			.maxWaitDurationInHalfOpenState(settings.readTimeout().multipliedBy(2))
			.build();
	}

	private static JdkClientHttpRequestFactory connections(ProviderSettings settings) {
		var client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connectTimeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
		var factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(settings.readTimeout());
		return factory;
	}

}
