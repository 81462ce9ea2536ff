package dev.jangteo.gateway.shield;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.FastThreadLocal;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;

/**
 * Clients of the backends. Each event loop has connections of its own, so that a request
 * is served from the door to the backend by one thread; each backend has a pool of its
 * own in it. The pools are wider than the guards let pass: nobody ever queues for a
 * connection.
 */
@Component
public class HttpClients implements DisposableBean {

	/** Shorter than any server keeps an idle connection (Tomcat: 20 s). */
	private static final Duration IDLE = Duration.ofSeconds(10);

	private static final int WIDEST = 16_384;

	private final List<ConnectionProvider> pools = new CopyOnWriteArrayList<>();

	private final ReactorResourceFactory resources;

	private final FastThreadLocal<LoopClients> clients = new FastThreadLocal<>() {
		@Override
		protected LoopClients initialValue() {
			return new LoopClients(newClient());
		}
	};

	private record LoopClients(HttpClient base, Map<Guard, HttpClient> byGuard) {

		LoopClients(HttpClient base) {
			this(base, new ConcurrentHashMap<>());
		}

	}

	HttpClients(ReactorResourceFactory resources) {
		this.resources = resources;
	}

	/**
	 * The client to use on the current thread.
	 */
	public HttpClient forGuard(Guard guard) {
		var loop = clients.get();
		var client = loop.byGuard.get(guard);
		if (client == null) {
			client = configured(loop.base, guard);
			loop.byGuard.put(guard, client);
		}
		return client;
	}

	private HttpClient newClient() {
		var pool = ConnectionProvider.builder("backends")
			.maxConnections(WIDEST)
			.pendingAcquireMaxCount(WIDEST)
			.pendingAcquireTimeout(Duration.ofSeconds(1))
			.maxIdleTime(IDLE)
			.evictInBackground(IDLE)
			.lifo()
			.build();
		pools.add(pool);
		return HttpClient.create(pool)
			.runOn(resources.getLoopResources())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 500)
			.option(ChannelOption.TCP_NODELAY, true)
			// Reactor Netty would send a POST again after a reset connection.
			.disableRetry(true)
			.httpResponseDecoder(spec -> spec.maxHeaderSize(32_768).validateHeaders(false));
	}

	private static HttpClient configured(HttpClient base, Guard guard) {
		var origin = guard.origin();
		var secure = "https".equals(origin.getScheme());
		var port = (origin.getPort() > 0) ? origin.getPort() : (secure ? 443 : 80);
		var address = InetSocketAddress.createUnresolved(origin.getHost(), port);
		var client = base.remoteAddress(() -> address);
		return secure ? client.secure() : client;
	}

	@Override
	public void destroy() {
		pools.forEach(ConnectionProvider::dispose);
	}

}
