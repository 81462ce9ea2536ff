package dev.jangteo.defaults;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A method and a path pattern.
 *
 * @param method the method
 * @param pattern the pattern as in a controller's mapping, e.g.
 * {@code /api/v1/shops/{id}}
 */
public record Route(HttpMethod method, PathPattern pattern) {

	/**
	 * Reads a route.
	 * @param route e.g. {@code GET /api/v1/shops/{id}}
	 */
	public static Route parse(String route) {
		var parts = route.strip().split("\\s+");
		if (parts.length != 2 || !parts[1].startsWith("/")) {
			throw new IllegalArgumentException("'%s' is not a method and a path".formatted(route));
		}
		return new Route(HttpMethod.valueOf(parts[0]), PathPatternParser.defaultInstance.parse(parts[1]));
	}

	/** Whether a request of this method to this path is meant. */
	public boolean matches(String method, PathContainer path) {
		return this.method.matches(method) && this.pattern.matches(path);
	}

}
