package dev.jangteo.gateway.token;

import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Member-service's public keys. The last ones fetched stay good for as long as
 * member-service cannot be asked; a key id not seen before makes it be asked again, but
 * not more often than every few seconds.
 */
@Component
class Keys {

	private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Duration PAUSE = Duration.ofSeconds(3);

	private final String uri;

	private final HttpClient http = HttpClient.create().responseTimeout(PATIENCE);

	private final Mono<Map<String, RSAPublicKey>> fetchSeldom;

	private final long refreshNanos;

	private volatile Map<String, RSAPublicKey> known = Map.of();

	private volatile long fetchedAt;

	Keys(TokenSettings settings) {
		this.uri = settings.jwksUri().toString();
		this.refreshNanos = settings.keysRefresh().toNanos();
		this.fetchSeldom = fetch().cache(_ -> PAUSE, _ -> PAUSE, () -> PAUSE);
	}

	@Nullable RSAPublicKey known(String id) {
		return known.get(id);
	}

	/**
	 * Asks member-service, at most every few seconds.
	 */
	Mono<RSAPublicKey> find(String id) {
		return fetchSeldom
			.onErrorResume(cause -> known.isEmpty() ? Mono.error(new KeysUnavailable()) : Mono.just(known))
			.mapNotNull(keys -> keys.get(id))
			.switchIfEmpty(Mono.error(() -> new BadToken("unknown key")));
	}

	/**
	 * Fetches eagerly until there are keys, then now and then.
	 */
	@Scheduled(fixedDelay = 1000, initialDelay = 0)
	void refresh() {
		if (known.isEmpty() || System.nanoTime() - fetchedAt > refreshNanos) {
			fetchSeldom.subscribe(_ -> {
			}, cause -> LOG.debug("Keys are not to be had from {}: {}", uri, cause.toString()));
		}
	}

	private Mono<Map<String, RSAPublicKey>> fetch() {
		return http.get()
			.uri(uri)
			.responseSingle((response, body) -> response.status().code() == 200 ? body.asString()
					: Mono.error(new IllegalStateException("status " + response.status().code())))
			.timeout(PATIENCE)
			.publishOn(Schedulers.boundedElastic())
			.map(Keys::parse)
			.doOnNext(this::keep);
	}

	private void keep(Map<String, RSAPublicKey> keys) {
		if (!known.keySet().equals(keys.keySet())) {
			LOG.info("Access tokens are checked with {} key(s).", keys.size());
		}
		known = keys;
		fetchedAt = System.nanoTime();
	}

	private static Map<String, RSAPublicKey> parse(String document) {
		try {
			var keys = new HashMap<String, RSAPublicKey>();
			for (var key : JWKSet.parse(document).getKeys()) {
				if (key instanceof RSAKey rsa && key.getKeyID() != null) {
					keys.put(key.getKeyID(), rsa.toRSAPublicKey());
				}
			}
			return Map.copyOf(keys);
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException("no key set", ex);
		}
	}

}
