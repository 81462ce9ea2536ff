package dev.jangteo.gateway.passage;

import java.time.Duration;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.ProblemException;
import dev.jangteo.gateway.problem.Problems;
import dev.jangteo.gateway.shield.Guard;
import dev.jangteo.gateway.shield.Guard.Outcome;

/**
 * Lets a request through the guard of its route and tells the guard how it went. A read
 * whose connection broke before the answer is sent once more; nothing else is.
 */
@Component
@Order(1)
class Protection implements GlobalFilter {

	private static final Logger LOG = LoggerFactory.getLogger(Protection.class);

	private static final Duration SOON = Duration.ofSeconds(1);

	private static final RuntimeException FAULT = new RuntimeException("fault", null, false, false) {
	};

	private final Problems problems;

	Protection(Problems problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {

		var visit = Visit.of(exchange);
		var guard = visit.guard();

		return switch (guard.enter()) {
			case FULL -> problems.write(exchange,
					Problem.unavailable("route-busy", "Too many requests are under way on this route.", SOON));
			case BROKEN -> problems.write(exchange, unreachable(guard));
			case OPEN -> {
				var enteredAt = System.nanoTime();
				yield chain.filter(exchange)
					.onErrorResume(cause -> failed(exchange, chain, visit, cause))
					.doFinally(_ -> guard.leave(visit.outcome, System.nanoTime() - enteredAt, FAULT));
			}
		};
	}

	private Mono<Void> failed(ServerWebExchange exchange, GatewayFilterChain chain, Visit visit, Throwable cause) {

		var response = exchange.getResponse();

		if (response.isCommitted()) {
			// The rest of the answer is missing: the caller must not take it for whole.
			Loops.nativeRequest(exchange).withConnection(connection -> connection.dispose());
			return Mono.empty();
		}
		if (cause instanceof ProblemException problem) {
			return problems.write(exchange, problem.problem());
		}
		if (visit.callerFailed) {
			return problems.write(exchange, Problem.malformed("The body ended early."));
		}

		if (cause instanceof ReadTimeoutException && !visit.sent) {
			return problems.write(exchange, Problem.of(HttpStatus.REQUEST_TIMEOUT, "request-too-slow",
					"The request took too long.", "The body stopped coming."));
		}

		visit.outcome = Outcome.FAULT;
		LOG.debug("No answer on {} from {}: {}", visit.guard().route(), visit.guard().origin(), cause.toString());

		return switch (cause) {
			case ReadTimeoutException _ -> problems.write(exchange, Problem.tooSlow(visit.guard().pause()));
			case DecoderException _ -> problems.write(exchange, Problem.of(HttpStatus.BAD_GATEWAY, "bad-answer",
					"The answer was not understood.", "The service behind this route did not answer in HTTP."));
			default -> isRepeatable(exchange, visit) ? again(exchange, chain, visit)
					: problems.write(exchange, unreachable(visit.guard()));
		};
	}

	private Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain, Visit visit) {
		visit.retried = true;
		visit.outcome = Outcome.NEITHER;
		return chain.filter(exchange).onErrorResume(cause -> failed(exchange, chain, visit, cause));
	}

	private static boolean isRepeatable(ServerWebExchange exchange, Visit visit) {
		var method = exchange.getRequest().getMethod();
		return !visit.retried && (method == HttpMethod.GET || method == HttpMethod.HEAD)
				&& !Forwarding.hasBody(Loops.nativeRequest(exchange).requestHeaders());
	}

	private static Problem unreachable(Guard guard) {
		return Problem.unavailable("service-unreachable",
				"The service behind this route does not answer at the moment.", guard.pause());
	}

}
