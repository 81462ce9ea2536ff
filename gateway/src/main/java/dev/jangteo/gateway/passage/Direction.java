package dev.jangteo.gateway.passage;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.ProblemException;
import dev.jangteo.gateway.problem.Problems;
import dev.jangteo.gateway.routing.Backends;
import dev.jangteo.gateway.shield.Guards;
import dev.jangteo.gateway.switching.SwitchRules;

/**
 * Decides where the request goes: to its service, or where the migration switch sends it.
 */
@Component
@Order(0)
class Direction implements GlobalFilter {

	private static final String SUFFIX = "-service";

	private final Backends backends;

	private final SwitchRules rules;

	private final Guards guards;

	private final Problems problems;

	Direction(Backends backends, SwitchRules rules, Guards guards, Problems problems) {
		this.backends = backends;
		this.rules = rules;
		this.guards = guards;
		this.problems = problems;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {

		var visit = Visit.of(exchange);
		var route = visit.route();
		var request = exchange.getRequest();

		if (Loops.nativeRequest(exchange).requestHeaders().contains("content-length")
				&& request.getHeaders().getContentLength() > route.body()) {
			return problems.write(exchange, Problem.tooLarge(route.body()));
		}

		var elsewhere = rules.target(request.getMethod().name(), request.getPath(), visit.caller());
		var origin = (elsewhere != null) ? elsewhere : home(exchange, visit);

		if (origin == null) {
			return problems.write(exchange, Problem.unavailable("not-installed",
					"The service behind this route is not part of this installation.", Duration.ofMinutes(1)));
		}

		visit.switched = elsewhere != null;
		visit.guard = guards.at(route, origin);
		return chain.filter(exchange);
	}

	private @Nullable URI home(ServerWebExchange exchange, Visit visit) {
		return visit.route().byService() ? named(exchange) : backends.origin(visit.route().service());
	}

	/** Operators name the service they mean. */
	private URI named(ServerWebExchange exchange) {
		var service = exchange.getRequest().getQueryParams().getFirst("service");
		var origin = (service != null && service.endsWith(SUFFIX))
				? backends.origin(service.substring(0, service.length() - SUFFIX.length())) : null;
		if (origin == null) {
			throw new ProblemException(
					Problem.invalid("service", "name a service of this installation, for example order-service"));
		}
		return origin;
	}

}
