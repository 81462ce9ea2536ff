package dev.jangteo.gateway.passage;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.jangteo.gateway.limits.RateLimits;
import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.ProblemException;
import dev.jangteo.gateway.problem.Problems;
import dev.jangteo.gateway.routing.PublicRoute;
import dev.jangteo.gateway.routing.RouteTable;
import dev.jangteo.gateway.token.BadToken;
import dev.jangteo.gateway.token.KeysUnavailable;
import dev.jangteo.gateway.token.Member;
import dev.jangteo.gateway.token.Tokens;

/**
 * Lets in who may come: the address is counted first, so that guessing tokens is limited
 * too, then the token is checked, then the member is counted. Nothing waits when the
 * token and the buckets are known here.
 */
@Component
class Admission {

	private static final String SCHEME = "Bearer ";

	private final RateLimits limits;

	private final Tokens tokens;

	private final RouteTable table;

	private final Problems problems;

	Admission(RateLimits limits, Tokens tokens, RouteTable table, Problems problems) {
		this.limits = limits;
		this.tokens = tokens;
		this.table = table;
		this.problems = problems;
	}

	Mono<Void> admit(ServerWebExchange exchange, Visit visit, Dispatch next) {

		var group = visit.route().limits();
		var address = visit.client.address();
		var taken = limits.takeForAddress(group, address);

		if (taken == RateLimits.ASK) {
			return Loops.back(exchange, limits.askForAddress(group, address))
				.flatMap(answer -> (answer > 0) ? refuse(exchange, answer) : identify(exchange, visit, next));
		}

		return (taken > 0) ? refuse(exchange, taken) : identify(exchange, visit, next);
	}

	private Mono<Void> identify(ServerWebExchange exchange, Visit visit, Dispatch next) {

		var request = exchange.getRequest();
		var token = (visit.route == table.elsewhere()) ? null : token(request);

		if (token == null) {
			return visit.route().isOpen(request.getMethod().name(), request.getPath()) ? next.handle(exchange, visit)
					: problems.write(exchange, Problem.unauthorized("This needs an access token."));
		}

		var member = tokens.remembered(token);
		if (member != null) {
			return count(exchange, visit, member, next);
		}

		return Loops.back(exchange, tokens.verify(token))
			.onErrorMap(BadToken.class,
					_ -> new ProblemException(Problem.unauthorized("The access token is not valid, or not any more.")))
			.onErrorMap(KeysUnavailable.class,
					_ -> new ProblemException(Problem.unavailable("login-unavailable",
							"Access tokens cannot be checked yet.", Duration.ofSeconds(3))))
			.flatMap(verified -> count(exchange, visit, verified, next));
	}

	private Mono<Void> count(ServerWebExchange exchange, Visit visit, Member member, Dispatch next) {

		visit.member = member;
		if (visit.route().service().equals(PublicRoute.GATEWAY)) {
			member.keep(exchange);
		}
		var group = visit.route().limits();
		var id = member.id().toString();
		var taken = limits.takeForMember(group, id);

		if (taken == RateLimits.ASK) {
			return Loops.back(exchange, limits.askForMember(group, id))
				.flatMap(answer -> (answer > 0) ? refuse(exchange, answer) : next.handle(exchange, visit));
		}

		return (taken > 0) ? refuse(exchange, taken) : next.handle(exchange, visit);
	}

	private Mono<Void> refuse(ServerWebExchange exchange, long nanos) {
		return problems.write(exchange, Problem.tooManyRequests(Duration.ofNanos(nanos)));
	}

	private static @Nullable String token(ServerHttpRequest request) {
		var value = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		return (value != null && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
				? value.substring(SCHEME.length()).strip() : null;
	}

}
