package dev.jangteo.gateway.passage;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

import dev.jangteo.gateway.routing.PublicRoute;

/**
 * Hands a request to the gateway's filters with the route that the entrance found, or to
 * the controllers of the gateway's own pages. Going by way of Spring's dispatcher for all
 * of them would ask every handler mapping, and the predicates of every route, for what is
 * known here.
 */
@Component
class Dispatch {

	private final FilteringWebHandler gateway;

	private final WebHandler ownPages;

	Dispatch(FilteringWebHandler gateway, @Lazy @Qualifier("webHandler") WebHandler ownPages) {
		this.gateway = gateway;
		this.ownPages = ownPages;
	}

	Mono<Void> handle(ServerWebExchange exchange, Visit visit) {

		if (visit.route().service().equals(PublicRoute.GATEWAY)) {
			return toOwnPage(exchange);
		}

		exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, visit.route().route());
		return gateway.handle(exchange);
	}

	Mono<Void> toOwnPage(ServerWebExchange exchange) {
		return ownPages.handle(exchange);
	}

}
