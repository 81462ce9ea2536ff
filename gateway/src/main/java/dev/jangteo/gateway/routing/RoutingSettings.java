package dev.jangteo.gateway.routing;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The route table by service and line, and the addresses of the services.
 */
@ConfigurationProperties("jangteo")
record RoutingSettings(@DefaultValue Map<String, Client> clients, @DefaultValue Gateway gateway) {

	record Client(@Nullable URI url) {
	}

	record Gateway(@DefaultValue Map<String, Map<String, RouteSettings>> routes) {
	}

}
