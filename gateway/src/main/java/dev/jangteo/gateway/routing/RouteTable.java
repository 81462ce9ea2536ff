package dev.jangteo.gateway.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;

/**
 * Finds the route of a request: by the segment after {@code /api/v1/}, then the most
 * specific pattern.
 */
@Component
public class RouteTable {

	/** {@code / api / v1 / orders}: the sixth element tells the routes apart. */
	private static final int TELLING_ELEMENT = 5;

	private final List<PublicRoute> routes;

	private final Map<String, List<Line>> bySegment = new HashMap<>();

	private final PublicRoute elsewhere;

	private record Line(RequestPattern pattern, PublicRoute route) {
	}

	RouteTable(RoutingSettings settings) {
		this.routes = settings.gateway()
			.routes()
			.entrySet()
			.stream()
			.flatMap(service -> service.getValue()
				.entrySet()
				.stream()
				.map(line -> PublicRoute.of(service.getKey(), line.getKey(), line.getValue())))
			.toList();
		this.elsewhere = this.routes.stream()
			.filter(route -> route.service().equals(PublicRoute.ELSEWHERE))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The route table has no line for " + PublicRoute.ELSEWHERE));
		for (var route : this.routes) {
			route.paths().forEach(pattern -> add(pattern, route));
		}
		bySegment.values()
			.forEach(lines -> lines.sort(Comparator.comparing(Line::pattern, RequestPattern.SPECIFIC_FIRST)));
	}

	private void add(RequestPattern pattern, PublicRoute route) {
		var path = pattern.path().getPatternString();
		var telling = segment(PathContainer.parsePath(path));
		if (telling == null || !path.startsWith("/api/v1/") || telling.contains("*") || telling.contains("{")) {
			throw new IllegalStateException("A route needs a pattern like /api/v1/name/**, not " + path);
		}
		bySegment.computeIfAbsent(telling, _ -> new ArrayList<>()).add(new Line(pattern, route));
	}

	public @Nullable PublicRoute find(String method, PathContainer path) {
		var segment = segment(path);
		if (segment == null) {
			return null;
		}
		for (var line : bySegment.getOrDefault(segment, List.of())) {
			if (line.pattern.matches(method, path)) {
				return line.route;
			}
		}
		return null;
	}

	private static @Nullable String segment(PathContainer path) {
		var elements = path.elements();
		return elements.size() > TELLING_ELEMENT && elements.get(TELLING_ELEMENT) instanceof PathSegment segment
				? segment.valueToMatch() : null;
	}

	/**
	 * The route of requests that only the migration switch knows.
	 */
	public PublicRoute elsewhere() {
		return elsewhere;
	}

	public List<PublicRoute> all() {
		return routes;
	}

}
