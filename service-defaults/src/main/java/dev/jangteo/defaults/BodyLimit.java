package dev.jangteo.defaults;

import org.springframework.util.unit.DataSize;

/**
 * How large the body of a route may be, where it differs from the default
 * ({@code jangteo.web.max-body}, 1 MB). Declared as a bean.
 *
 * @param route the route
 * @param limit the largest body accepted
 */
public record BodyLimit(Route route, DataSize limit) {

	/**
	 * A limit for one route.
	 * @param route e.g. {@code POST /api/v1/owner/shops/{id}/catalog-imports}
	 */
	public static BodyLimit of(String route, DataSize limit) {
		return new BodyLimit(Route.parse(route), limit);
	}

}
