package dev.jangteo.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.server.PathContainer;

/**
 * A route of the table, ready to match.
 */
public record PublicRoute(String id, String service, List<RequestPattern> paths, List<RequestPattern> open,
		String limits, long body, Duration within, int atOnce, boolean byService, Route route) {

	/** Where unknown paths go that the migration switch sends elsewhere. */
	public static final String ELSEWHERE = "elsewhere";

	/** What the gateway answers itself under the rules of the table. */
	public static final String GATEWAY = "gateway";

	static PublicRoute of(String service, String line, RouteSettings settings) {
		var id = service + "." + line;
		var paths = settings.paths().stream().map(RequestPattern::parse).toList();
		var open = settings.open().contains("*") ? List.of(RequestPattern.parse("/**"))
				: settings.open().stream().map(RequestPattern::parse).toList();
		return new PublicRoute(id, service, paths, open, settings.limits(), settings.body().toBytes(),
				settings.within(), settings.atOnce(), settings.byService(), toRoute(id, service));
	}

	private static Route toRoute(String id, String service) {
		return Route.async()
			.id(id)
			.uri(URI.create("http://" + service))
			// The table is asked instead, once for all routes.
			.predicate(_ -> false)
			.build();
	}

	public boolean isOpen(String method, PathContainer path) {
		for (var pattern : open) {
			if (pattern.matches(method, path)) {
				return true;
			}
		}
		return false;
	}

}
