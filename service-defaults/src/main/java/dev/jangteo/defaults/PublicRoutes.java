package dev.jangteo.defaults;

import java.util.Arrays;
import java.util.List;

/**
 * The routes of a service that need no token. Declared as a bean; all such beans count.
 * On these routes a valid token still tells the caller, and a wrong one is still refused.
 *
 * @param routes the routes
 */
public record PublicRoutes(List<Route> routes) {

	public PublicRoutes {
		routes = List.copyOf(routes);
	}

	/**
	 * Reads routes.
	 * @param routes method and path pattern, e.g. {@code GET /api/v1/shops/{id}}
	 */
	public static PublicRoutes of(String... routes) {
		return new PublicRoutes(Arrays.stream(routes).map(Route::parse).toList());
	}

}
