package dev.jangteo.defaults.web;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.jangteo.events.UuidV7;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes {@code X-Request-Id}, or makes one, returns it, and keeps it beside every line
 * logged and every call made meanwhile.
 */
public class RequestIds extends OncePerRequestFilter {

	/** The header. */
	public static final String HEADER = "X-Request-Id";

	/** The name beside a logged line. */
	public static final String NAME = "requestId";

	private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var id = idOf(request.getHeader(HEADER));
		response.setHeader(HEADER, id);
		MDC.put(NAME, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(NAME);
		}
	}

	private static String idOf(@Nullable String given) {
		return (given != null && ACCEPTED.matcher(given).matches()) ? given : UuidV7.next().toString();
	}

}
