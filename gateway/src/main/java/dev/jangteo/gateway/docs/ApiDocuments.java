package dev.jangteo.gateway.docs;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import dev.jangteo.gateway.routing.Backends;

/**
 * The services' OpenAPI documents, fetched when somebody looks and kept for a while. A
 * service that does not answer in time is left out until the next look.
 */
@Component
class ApiDocuments {

	private static final Logger LOG = LoggerFactory.getLogger(ApiDocuments.class);

	private static final Duration WITHIN = Duration.ofSeconds(5);

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration RETRY = Duration.ofSeconds(3);

	private static final int LARGEST = 4 * 1024 * 1024;

	private final HttpClient http = HttpClient.create()
		.responseTimeout(WITHIN)
		.httpResponseDecoder(spec -> spec.maxHeaderSize(16_384));

	private final Map<String, Mono<ObjectNode>> documents = new ConcurrentHashMap<>();

	private final Backends backends;

	private final JsonMapper json;

	private record Named(String service, ObjectNode document) {
	}

	ApiDocuments(Backends backends, JsonMapper json) {
		this.backends = backends;
		this.json = json;
	}

	/** One service's public part; empty if it is not there. */
	Mono<ObjectNode> of(String service) {
		var origin = backends.origin(service);
		return (origin == null) ? Mono.empty() : documents.computeIfAbsent(service, _ -> cached(service, origin));
	}

	/** All services' public parts as one document. */
	Mono<ObjectNode> merged() {
		return Flux.fromIterable(backends.all().keySet())
			.flatMapSequential(service -> of(service).map(document -> new Named(service, document)))
			.collect(() -> new ApiMerge(json), (merge, named) -> merge.add(named.service, named.document))
			.map(merge -> merge.finish(backends.all().keySet()));
	}

	private Mono<ObjectNode> cached(String service, URI origin) {
		return fetch(service, origin).cache(_ -> FRESH, _ -> RETRY, () -> RETRY).onErrorResume(cause -> {
			LOG.debug("No API document of {}: {}", service, cause.toString());
			return Mono.empty();
		});
	}

	private Mono<ObjectNode> fetch(String service, URI origin) {
		return http.get().uri(origin + "/v3/api-docs").responseSingle((response, body) -> {
			if (response.status().code() != 200 || response.responseHeaders().getInt("content-length", 0) > LARGEST) {
				return Mono.error(new IllegalStateException("status " + response.status().code()));
			}
			return body.asByteArray();
		})
			.timeout(WITHIN)
			.publishOn(Schedulers.boundedElastic())
			.map(bytes -> PublicPart.of((ObjectNode) json.readTree(bytes)))
			.doOnNext(_ -> LOG.debug("API document of {} fetched.", service));
	}

}
