package dev.jangteo.gateway.passage;

import java.util.concurrent.Executor;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

/**
 * Brings a request that had to wait for somebody back to the event loop it came in on,
 * where its backend's connections are.
 */
final class Loops {

	private Loops() {
	}

	static HttpServerRequest nativeRequest(ServerWebExchange exchange) {
		return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
	}

	static <T> Mono<T> back(ServerWebExchange exchange, Mono<T> awaited) {
		var loop = new Executor[] { Runnable::run };
		nativeRequest(exchange).withConnection(connection -> loop[0] = connection.channel().eventLoop());
		return awaited.publishOn(Schedulers.fromExecutor(loop[0]));
	}

}
