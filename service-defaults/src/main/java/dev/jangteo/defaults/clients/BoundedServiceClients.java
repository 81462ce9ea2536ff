package dev.jangteo.defaults.clients;

import java.net.http.HttpClient;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import dev.jangteo.defaults.ServiceClients;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes each neighbour's client once, with its own connections, bulkhead and breaker.
 */
class BoundedServiceClients implements ServiceClients {

	private final ClientsSettings settings;

	private final Supplier<RestClient.Builder> builders;

	private final ServiceTokens tokens;

	private final BulkheadRegistry bulkheads;

	private final CircuitBreakerRegistry breakers;

	private final ConcurrentHashMap<String, RestClient> clients = new ConcurrentHashMap<>();

	BoundedServiceClients(ClientsSettings settings, Supplier<RestClient.Builder> builders, ServiceTokens tokens,
			BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
		this.settings = settings;
		this.builders = builders;
		this.tokens = tokens;
		this.bulkheads = bulkheads;
		this.breakers = breakers;
	}

	@Override
	public RestClient named(String name) {
		return this.clients.computeIfAbsent(name, this::make);
	}

	@Override
	public <T> T create(String name, Class<T> client) {
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(named(name))).build().createClient(client);
	}

	private RestClient make(String name) {
		var neighbour = this.settings.named(name);
		var bulkhead = this.bulkheads.bulkhead(name,
				BulkheadConfig.custom()
					.maxConcurrentCalls(neighbour.concurrentCalls())
					.maxWaitDuration(neighbour.bulkheadWait())
					.build());
		var breaker = this.breakers.circuitBreaker(name, breaker(neighbour));
		return this.builders.get()
			.baseUrl(Objects.requireNonNull(neighbour.url()))
			.requestFactory(connections(neighbour))
			.requestInterceptor(new OwnIdentity(this.tokens, neighbour.service(name)))
			.requestInterceptor(new BoundedCalls(bulkhead, breaker))
			.build();
	}

	private static CircuitBreakerConfig breaker(ClientsSettings.Neighbour neighbour) {
		return CircuitBreakerConfig.custom()
			.slidingWindowType(SlidingWindowType.TIME_BASED)
			.slidingWindowSize(5)
			.minimumNumberOfCalls(10)
			.failureRateThreshold(60)
			.waitDurationInOpenState(neighbour.openFor())
			.permittedNumberOfCallsInHalfOpenState(3)
			.maxWaitDurationInHalfOpenState(neighbour.readTimeout().multipliedBy(2))
			.build();
	}

	private static JdkClientHttpRequestFactory connections(ClientsSettings.Neighbour neighbour) {
		var client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(neighbour.connectTimeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
		var factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(neighbour.readTimeout());
		return factory;
	}

}
