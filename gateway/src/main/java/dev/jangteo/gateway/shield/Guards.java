package dev.jangteo.gateway.shield;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.jangteo.gateway.routing.PublicRoute;

/**
 * One guard per route and origin, so that a route switched to another origin does not
 * inherit the faults of the first.
 */
@Component
public class Guards {

	private static final Logger LOG = LoggerFactory.getLogger(Guards.class);

	private final Map<Place, Guard> guards = new ConcurrentHashMap<>();

	private final MeterRegistry meters;

	private record Place(String route, URI origin) {
	}

	Guards(MeterRegistry meters) {
		this.meters = meters;
	}

	public Guard at(PublicRoute route, URI origin) {
		return guards.computeIfAbsent(new Place(route.id(), origin),
				_ -> watched(new Guard(route.id(), origin, route.within(), route.atOnce())));
	}

	private Guard watched(Guard guard) {
		guard.onChange(change -> LOG.warn("The breaker of {} to {} is now {}.", guard.route(), guard.origin(), change));
		Gauge.builder("jangteo.gateway.underway", guard, Guard::underWay)
			.description("Requests under way to a backend")
			.tag("route", guard.route())
			.tag("origin", guard.origin().toString())
			.register(meters);
		Gauge.builder("jangteo.gateway.breaker.open", guard, g -> g.isBroken() ? 1 : 0)
			.description("1 while the breaker of a route refuses requests")
			.tag("route", guard.route())
			.tag("origin", guard.origin().toString())
			.register(meters);
		return guard;
	}

}
