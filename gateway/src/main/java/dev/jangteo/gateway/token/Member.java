package dev.jangteo.gateway.token;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * Who a verified token speaks for.
 */
public record Member(UUID id, String role, Instant until) {

	private static final String KEY = Member.class.getName();

	/**
	 * The member who calls a page of the gateway's own, or null.
	 */
	public static @Nullable Member of(ServerWebExchange exchange) {
		return exchange.getAttribute(KEY);
	}

	public void keep(ServerWebExchange exchange) {
		exchange.getAttributes().put(KEY, this);
	}

	public boolean isOperator() {
		return "OPERATOR".equals(role);
	}

}
