package dev.jangteo.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.handler.codec.http.QueryStringDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A service as the gateway sees it: answers with its own name and what it was asked, or
 * behaves badly when told so, by the query or as a whole.
 */
public final class Backend {

	private final String name;

	private final int port;

	private final AtomicInteger calls = new AtomicInteger();

	private final List<Seen> seen = new CopyOnWriteArrayList<>();

	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private volatile DisposableServer server;

	private volatile boolean silent;

	private volatile boolean cuts;

	private volatile Supplier<String> document = () -> "";

	public record Seen(String method, String uri, java.util.Map<String, String> headers, long body) {
	}

	Backend(String name) {
		this.name = name;
		this.server = listen(0);
		this.port = server.port();
	}

	private DisposableServer listen(int at) {
		return HttpServer.create().host("127.0.0.1").port(at).channelGroup(connections).handle(this::answer).bindNow();
	}

	public String url() {
		return "http://127.0.0.1:" + port;
	}

	public void stop() {
		connections.close().syncUninterruptibly();
		server.disposeNow(Duration.ofSeconds(1));
	}

	public void start() {
		server = listen(port);
	}

	public void silent(boolean on) {
		silent = on;
	}

	/** Breaks the next connections before any answer. */
	public void cuts(boolean on) {
		cuts = on;
	}

	public void publishes(Supplier<String> text) {
		document = text;
	}

	public int calls() {
		return calls.get();
	}

	public Seen last() {
		return seen.getLast();
	}

	public List<Seen> seen() {
		return seen;
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {

		calls.incrementAndGet();
		var query = new QueryStringDecoder(request.uri()).parameters();

		if (cuts) {
			cuts = false;
			request.withConnection(connection -> connection.dispose());
			return Mono.never();
		}
		if (silent) {
			return Mono.never();
		}
		if (request.uri().startsWith("/v3/api-docs") || request.uri().startsWith("/.well-known/")) {
			return response.header("Content-Type", "application/json").sendString(Mono.just(document.get())).then();
		}
		if (query.containsKey("events")) {
			return events(response, Integer.parseInt(query.get("events").getFirst()));
		}

		var status = query.containsKey("status") ? Integer.parseInt(query.get("status").getFirst()) : 200;
		var delay = query.containsKey("delay") ? Integer.parseInt(query.get("delay").getFirst()) : 0;

		return request.receive().map(part -> (long) part.readableBytes()).reduce(0L, Long::sum).flatMap(body -> {
			note(request, body);
			var pause = (delay > 0) ? Mono.delay(Duration.ofMillis(delay)).then() : Mono.<Void>empty();
			return pause.then(response.status(status)
				.header("Content-Type", "application/json")
				.header("Server", "secret/1.0")
				.header("X-Powered-By", "secret")
				.header("ETag", "\"7\"")
				.sendString(Mono.just("{\"service\":\"" + name + "\",\"body\":" + body + "}"))
				.then());
		});
	}

	private static Mono<Void> events(HttpServerResponse response, int count) {
		var events = Flux.interval(Duration.ofMillis(20), Duration.ofMillis(200))
			.take(count)
			.map(number -> "data: " + number + "\n\n")
			.concatWith(Flux.never());
		return response.sse().sendString(events, StandardCharsets.UTF_8).then();
	}

	private void note(HttpServerRequest request, long body) {
		var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
		request.requestHeaders().forEach(it -> headers.put(it.getKey(), it.getValue()));
		seen.add(new Seen(request.method().name(), request.uri(), headers, body));
	}

}
