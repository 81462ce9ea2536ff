package dev.jangteo.gateway.passage;

import java.util.List;
import java.util.Locale;

import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.FixedLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.springframework.web.server.session.WebSessionManager;

import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.Problems;
import dev.jangteo.gateway.routing.RouteTable;
import dev.jangteo.gateway.switching.SwitchRules;

/**
 * The first to see a request and the last to see its answer: gives it its ids, refuses
 * crooked paths, finds its route, and turns whatever goes wrong into a problem. It takes
 * the place of Spring's adapter with its filters, exception handlers and observation.
 */
@Component("httpHandler")
class Entrance implements HttpHandler {

	/** There are no sessions. */
	private static final WebSessionManager SESSIONS = _ -> Mono.empty();

	private static final LocaleContextResolver LOCALES = new FixedLocaleContextResolver(Locale.ENGLISH);

	private static final AsciiString REQUEST_ID = AsciiString.cached("X-Request-Id");

	private static final String[][] SECURITY_HEADERS = { { "X-Content-Type-Options", "nosniff" },
			{ "X-Frame-Options", "DENY" }, { "Referrer-Policy", "no-referrer" },
			{ "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'" },
			{ "Strict-Transport-Security", "max-age=31536000" } };

	private final Admission admission;

	private final Dispatch dispatch;

	private final ServerCodecConfigurer codecs;

	private final RouteTable table;

	private final SwitchRules rules;

	private final ClientAddress addresses;

	private final Problems problems;

	private final AccessLog accessLog;

	private final Timings timings;

	private final double sampling;

	private final CorsProcessor corsProcessor = new DefaultCorsProcessor();

	private final @Nullable CorsConfiguration cors;

	Entrance(Admission admission, Dispatch dispatch, ServerCodecConfigurer codecs, RouteTable table, SwitchRules rules,
			ClientAddress addresses, Problems problems, AccessLog accessLog, Timings timings,
			PassageSettings settings) {
		this.admission = admission;
		this.dispatch = dispatch;
		this.codecs = codecs;
		this.table = table;
		this.rules = rules;
		this.addresses = addresses;
		this.problems = problems;
		this.accessLog = accessLog;
		this.timings = timings;
		this.sampling = settings.sampling();
		this.cors = cors(settings.cors());
	}

	private static @Nullable CorsConfiguration cors(PassageSettings.Cors settings) {
		if (settings.allowedOrigins().isEmpty()) {
			return null;
		}
		var cors = new CorsConfiguration();
		cors.setAllowedOrigins(settings.allowedOrigins());
		cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
		cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match",
				"Last-Event-ID", "X-Request-Id", "traceparent"));
		cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "X-Request-Id"));
		cors.setAllowCredentials(settings.allowCredentials());
		cors.setMaxAge(3600L);
		return cors;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {

		var exchange = new DefaultServerWebExchange(request, response, SESSIONS, codecs, LOCALES);
		var visit = enter(exchange);

		return pass(exchange, visit).onErrorResume(cause -> problems.write(exchange, cause))
			.then(Mono.defer(response::setComplete))
			.doFinally(_ -> left(exchange, visit));
	}

	private void left(ServerWebExchange exchange, Visit visit) {
		var nanos = System.nanoTime() - visit.startedAt;
		var code = exchange.getResponse().getStatusCode();
		var status = (code == null) ? 200 : code.value();
		timings.record(visit, status, nanos);
		accessLog.note(exchange.getRequest(), status, visit, nanos);
	}

	private Visit enter(ServerWebExchange exchange) {

		var request = exchange.getRequest();
		var given = request.getHeaders();
		var client = addresses.of(request);
		var visit = new Visit(Traces.requestId(given.getFirst("X-Request-Id")),
				Traces.traceparent(given.getFirst("traceparent"), client.trusted(), sampling), client);
		visit.keep(exchange);

		var headers = nativeResponse(exchange).responseHeaders();
		headers.set(REQUEST_ID, visit.requestId);
		for (var header : SECURITY_HEADERS) {
			headers.set(header[0], header[1]);
		}

		return visit;
	}

	private Mono<Void> pass(ServerWebExchange exchange, Visit visit) {

		var request = exchange.getRequest();
		var path = request.getURI().getRawPath();

		if (!CleanPath.isClean(path)) {
			return problems.write(exchange, Problem.malformed("The path is not in its plain form."));
		}
		if (isCrossOrigin(request) && !corsProcessor.process(cors, exchange)) {
			return problems.write(exchange, Problem.forbidden("Pages of this origin may not call."));
		}
		if (isPreflight(request)) {
			return exchange.getResponse().setComplete();
		}

		visit.route = table.find(request.getMethod().name(), request.getPath());

		if (visit.route == null) {
			if (OwnPages.isOwn(path)) {
				return dispatch.toOwnPage(exchange);
			}
			if (CleanPath.isInner(path) || !rules.isSwitched(request.getMethod().name(), request.getPath())) {
				return problems.write(exchange, Problem.notFound());
			}
			visit.route = table.elsewhere();
		}

		return admission.admit(exchange, visit, dispatch);
	}

	private boolean isCrossOrigin(ServerHttpRequest request) {
		return cors != null && request.getHeaders().getFirst(HttpHeaders.ORIGIN) != null;
	}

	private static boolean isPreflight(ServerHttpRequest request) {
		return request.getMethod() == HttpMethod.OPTIONS
				&& request.getHeaders().getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null
				&& request.getHeaders().getFirst(HttpHeaders.ORIGIN) != null;
	}

	private static HttpServerResponse nativeResponse(ServerWebExchange exchange) {
		return ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
	}

	static HttpServerResponse nativeResponse(ServerHttpResponse response) {
		return ServerHttpResponseDecorator.getNativeResponse(response);
	}

}
