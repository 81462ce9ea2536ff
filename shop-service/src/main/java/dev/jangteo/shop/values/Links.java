package dev.jangteo.shop.values;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Addresses on the web as owners give them: absolute, http or https, never fetched by
 * this service.
 */
public final class Links {

	private static final int LONGEST = 2000;

	private static final int MOST = 20;

	private Links() {
	}

	/** Distinct links in the given order. */
	public static List<String> of(String field, @Nullable List<@Nullable String> links) {

		if (links == null) {
			return List.of();
		}

		if (links.size() > MOST) {
			throw new InvalidValue(field, "must have at most " + MOST + " links");
		}

		var distinct = new LinkedHashSet<String>();

		for (int i = 0; i < links.size(); i++) {
			distinct.add(required(field + "[" + i + "]", links.get(i)));
		}

		return List.copyOf(distinct);
	}

	public static @Nullable String optional(String field, @Nullable String link) {
		return (link == null || link.isBlank()) ? null : required(field, link);
	}

	private static String required(String field, @Nullable String link) {

		var text = Text.required(field, link, LONGEST);

		try {
			var uri = new URI(text);

			if (uri.getRawAuthority() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
				return text;
			}
		}
		catch (URISyntaxException ex) {
			// Said below, for the author of the link rather than of the parser.
		}

		throw new InvalidValue(field, "must be an absolute http or https link");
	}

}
