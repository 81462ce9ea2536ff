package dev.jangteo.search.finding.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import dev.jangteo.search.finding.FindShops;
import dev.jangteo.search.neighbour.NeighbourAway;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The short way for the list that is asked for most: shops by their ids, by anybody,
 * without a place. It answers ahead of everything that this list has no need of. Whatever
 * is not exactly that, or cannot be answered so, goes the ordinary way, whose answer is
 * the same.
 */
final class StoredLists extends HttpFilter {

	private static final String PATH = "/api/v1/shops";

	private static final String QUERY = "ids=";

	private static final int ID_LENGTH = 36;

	private static final int LONGEST = QUERY.length() + 100 * (ID_LENGTH + 1) - 1;

	private final transient FindShops shops;

	private final transient Timer timer;

	StoredLists(FindShops shops, MeterRegistry meters) {
		this.shops = shops;
		this.timer = Timer.builder("http.server.requests")
			.tags("error", "none", "exception", "none", "method", "GET", "outcome", "SUCCESS", "status", "200", "uri",
					PATH)
			.register(meters);
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		var list = isPlain(request) ? list(request.getQueryString()) : null;
		if (list == null) {
			chain.doFilter(request, response);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
		response.setContentLength(list.length);
		response.getOutputStream().write(list);
	}

	private byte @Nullable [] list(String query) {
		var begin = System.nanoTime();
		try {
			var list = this.shops.showStored(query.substring(QUERY.length()));
			this.timer.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
			return list;
		}
		catch (NeighbourAway ex) {
			return null;
		}
	}

	// A token would have to be verified, even where none is needed.
	private static boolean isPlain(HttpServletRequest request) {
		var query = request.getQueryString();
		return query != null && PATH.equals(request.getRequestURI()) && "GET".equals(request.getMethod())
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null && isIds(query);
	}

	private static boolean isIds(String query) {
		var length = query.length() - QUERY.length() + 1;
		if (!query.startsWith(QUERY) || length <= 0 || length % (ID_LENGTH + 1) != 0 || query.length() > LONGEST) {
			return false;
		}
		for (int i = QUERY.length(); i < query.length(); i++) {
			if (!fits(query.charAt(i), (i - QUERY.length()) % (ID_LENGTH + 1))) {
				return false;
			}
		}
		return true;
	}

	private static boolean fits(char character, int at) {
		return switch (at) {
			case 8, 13, 18, 23 -> character == '-';
			case ID_LENGTH -> character == ',';
			default -> (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
		};
	}

}
