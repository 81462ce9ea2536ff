package dev.jangteo.gateway.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Some methods, or any, at the paths of a pattern: {@code GET,PUT /a/*}, {@code /a/**}.
 */
public record RequestPattern(Set<String> methods, PathPattern path) {

	/** The more specific path first, then the one that names its methods. */
	static final Comparator<RequestPattern> SPECIFIC_FIRST = Comparator.comparing(RequestPattern::path)
		.thenComparing(pattern -> pattern.methods.isEmpty());

	/**
	 * @throws IllegalArgumentException if the text is no pattern
	 */
	public static RequestPattern parse(String text) {
		var space = text.indexOf(' ');
		var methods = space < 0 ? List.<String>of() : List.of(text.substring(0, space).split(","));
		return of(methods, text.substring(space + 1).strip());
	}

	/**
	 * @throws IllegalArgumentException if the method is unknown or the path is no pattern
	 */
	public static RequestPattern of(List<String> methods, String path) {

		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("A path pattern starts with a slash: " + path);
		}

		for (var method : methods) {
			if (!List.of(HttpMethod.values()).contains(HttpMethod.valueOf(method))) {
				throw new IllegalArgumentException("Unknown method: " + method);
			}
		}

		return new RequestPattern(Set.copyOf(methods), PathPatternParser.defaultInstance.parse(path));
	}

	public boolean matches(String method, PathContainer requested) {
		return (methods.isEmpty() || methods.contains(method)) && path.matches(requested);
	}

}
