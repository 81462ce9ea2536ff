package dev.jangteo.gateway.passage;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

import dev.jangteo.gateway.routing.PublicRoute;
import dev.jangteo.gateway.shield.Guard;
import dev.jangteo.gateway.shield.Watch;
import dev.jangteo.gateway.token.Member;

/**
 * What is known of a request while it passes; one object in place of many attributes.
 */
final class Visit {

	private static final String KEY = Visit.class.getName();

	final long startedAt = System.nanoTime();

	final String requestId;

	final String traceparent;

	final ClientAddress.Origin client;

	@Nullable PublicRoute route;

	@Nullable Member member;

	@Nullable Guard guard;

	@Nullable Watch watch;

	boolean switched;

	boolean retried;

	/** Whether all of the request is on its way to the backend. */
	boolean sent;

	/** Whether reading the caller's body failed, which is not the backend's fault. */
	boolean callerFailed;

	Guard.Outcome outcome = Guard.Outcome.NEITHER;

	Visit(String requestId, String traceparent, ClientAddress.Origin client) {
		this.requestId = requestId;
		this.traceparent = traceparent;
		this.client = client;
	}

	void keep(ServerWebExchange exchange) {
		exchange.getAttributes().put(KEY, this);
	}

	static Visit of(ServerWebExchange exchange) {
		return Objects.requireNonNull(exchange.getAttribute(KEY));
	}

	PublicRoute route() {
		return Objects.requireNonNull(route);
	}

	Guard guard() {
		return Objects.requireNonNull(guard);
	}

	/** Something passed between the gateway and the backend. */
	void sign() {
		if (watch != null) {
			watch.sign();
		}
	}

	/** Who the request is counted and switched for. */
	String caller() {
		return (member != null) ? member.id().toString() : client.address();
	}

}
