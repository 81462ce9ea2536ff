package dev.jangteo.gateway.passage;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.ProblemException;
import dev.jangteo.gateway.shield.Guard.Outcome;
import dev.jangteo.gateway.shield.HttpClients;
import dev.jangteo.gateway.shield.Watch;

/**
 * Carries the request to its backend and the answer back, in Netty's own headers and
 * buffers; nothing is copied and no body is held.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Forwarding implements GlobalFilter {

	/** A body up to this size is written together with its headers. */
	private static final int SMALL = 16_384;

	/** Headers between two neighbours, and such as only the gateway may say. */
	private static final AsciiString[] NOT_INWARDS = names("connection", "keep-alive", "proxy-connection",
			"proxy-authorization", "proxy-authenticate", "te", "trailer", "upgrade", "expect", "forwarded",
			"x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-forwarded-prefix",
			"x-forwarded-ssl", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override", "tracestate",
			"baggage");

	private static final AsciiString[] NOT_OUTWARDS = names("connection", "keep-alive", "proxy-connection",
			"proxy-authenticate", "transfer-encoding", "trailer", "upgrade", "server", "x-powered-by", "x-request-id",
			"traceparent", "x-content-type-options", "x-frame-options", "referrer-policy", "content-security-policy",
			"strict-transport-security");

	private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");

	private static final AsciiString TRACEPARENT = AsciiString.cached("traceparent");

	private static final AsciiString FORWARDED_FOR = AsciiString.cached("x-forwarded-for");

	private static final AsciiString FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");

	private static final AsciiString FORWARDED_HOST = AsciiString.cached("x-forwarded-host");

	private final HttpClients clients;

	private final Departure departure;

	Forwarding(HttpClients clients, Departure departure) {
		this.clients = clients;
		this.departure = departure;
	}

	private static AsciiString[] names(String... names) {
		var result = new AsciiString[names.length];
		for (var i = 0; i < names.length; i++) {
			result[i] = AsciiString.cached(names[i]);
		}
		return result;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {

		var visit = Visit.of(exchange);
		var in = Loops.nativeRequest(exchange);

		var watch = new Watch[1];

		return clients.forGuard(visit.guard()).request(in.method()).uri(target(exchange)).send((request, outbound) -> {
			var body = hasBody(in.requestHeaders());
			copyInwards(in.requestHeaders(), request.requestHeaders(), visit, body);
			outbound.withConnection(connection -> watch[0] = Watch.over(visit.guard(), connection.channel()));
			visit.watch = watch[0];
			visit.sent = !body;
			return body ? outbound.send(bounded(in, visit)) : Mono.empty();
		}).response((answer, content) -> {
			visit.outcome = Outcome.ANSWERED;
			return pass(exchange.getResponse(), in, answer, content, visit);
		}).doFinally(_ -> end(watch[0])).then();
	}

	private static void end(@Nullable Watch watch) {
		if (watch != null) {
			watch.end();
		}
	}

	private static String target(ServerWebExchange exchange) {
		var uri = exchange.getRequest().getURI();
		var query = uri.getRawQuery();
		return (query == null) ? uri.getRawPath() : uri.getRawPath() + '?' + query;
	}

	static boolean hasBody(HttpHeaders headers) {
		var length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
		return (length != null) ? !length.equals("0") : headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
	}

	private static void copyInwards(HttpHeaders from, HttpHeaders to, Visit visit, boolean body) {

		var host = to.get(HttpHeaderNames.HOST);
		to.set(from);

		for (var name : from.getAll(HttpHeaderNames.CONNECTION)) {
			for (var listed : name.split(",")) {
				to.remove(listed.strip());
			}
		}
		for (var name : NOT_INWARDS) {
			to.remove(name);
		}
		if (!body) {
			to.remove(HttpHeaderNames.TRANSFER_ENCODING);
		}

		to.set(HttpHeaderNames.HOST, host);
		to.set(REQUEST_ID, visit.requestId);
		to.set(TRACEPARENT, visit.traceparent);
		to.set(FORWARDED_FOR, visit.client.address());
		to.set(FORWARDED_PROTO, visit.client.scheme());
		var asked = from.get(HttpHeaderNames.HOST);
		if (asked != null) {
			to.set(FORWARDED_HOST, asked);
		}
	}

	/** A body is counted while it passes, as its length need not be declared. */
	private static Flux<ByteBuf> bounded(HttpServerRequest in, Visit visit) {

		Flux<ByteBuf> body = in.receive().retain();

		var limit = visit.route().body();
		var passed = new long[1];

		body = body.handle((part, sink) -> {
			visit.sign();
			passed[0] += part.readableBytes();
			if (passed[0] > limit) {
				part.release();
				sink.error(new ProblemException(Problem.tooLarge(limit)));
			}
			else {
				sink.next(part);
			}
		});

		return body.doOnError(_ -> visit.callerFailed = true).doOnComplete(() -> {
			visit.sent = true;
			visit.sign();
		});
	}

	private Publisher<Void> pass(ServerHttpResponse response, HttpServerRequest in, HttpClientResponse answer,
			ByteBufFlux content, Visit visit) {

		var headers = answer.responseHeaders();
		var type = headers.get(HttpHeaderNames.CONTENT_TYPE);
		var length = headers.getInt(HttpHeaderNames.CONTENT_LENGTH, -1);
		var buffers = (NettyDataBufferFactory) response.bufferFactory();

		visit.sign();
		response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
		copyOutwards(headers, Entrance.nativeResponse(response).responseHeaders());

		if (length == 0 || isBodiless(in, answer.status().code())) {
			return content.then(Mono.defer(response::setComplete));
		}
		if (type != null && type.startsWith("text/event-stream")) {
			return response
				.writeAndFlushWith(departure.until(watched(content, visit)).map(part -> Mono.just(buffers.wrap(part))));
		}
		if (length > 0 && length <= SMALL) {
			return response.writeWith(content.aggregate().retain().map(buffers::wrap));
		}
		return response.writeWith(watched(content, visit).map(buffers::wrap));
	}

	private static Flux<ByteBuf> watched(ByteBufFlux content, Visit visit) {
		return content.retain().doOnNext(_ -> visit.sign());
	}

	private static boolean isBodiless(HttpServerRequest in, int status) {
		return status == 204 || status == 304 || in.method().equals(io.netty.handler.codec.http.HttpMethod.HEAD);
	}

	private static void copyOutwards(HttpHeaders from, HttpHeaders to) {
		for (var name : NOT_OUTWARDS) {
			from.remove(name);
		}
		to.add(from);
	}

}
