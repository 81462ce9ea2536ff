package dev.jangteo.defaults.web;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.jangteo.defaults.BodyLimit;
import dev.jangteo.defaults.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses bodies larger than their route accepts: at once when the length is declared,
 * else as soon as that many bytes were read. Also refuses control characters in the
 * query, which no parameter of ours may contain.
 */
class BoundedBodies extends OncePerRequestFilter {

	private static final Pattern CONTROL = Pattern.compile("%(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])");

	private final ProblemWriter problems;

	private final long limit;

	private final List<BodyLimit> exceptions;

	BoundedBodies(ProblemWriter problems, long limit, List<BodyLimit> exceptions) {
		this.problems = problems;
		this.limit = limit;
		this.exceptions = List.copyOf(exceptions);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var query = request.getQueryString();
		if (query != null && CONTROL.matcher(query).find()) {
			this.problems.write(request, response,
					Problem.invalid(parameter(query), "must not contain control characters"));
			return;
		}
		var bound = limitOf(request);
		if (request.getContentLengthLong() > bound) {
			this.problems.write(request, response, tooLarge(bound));
			return;
		}
		chain.doFilter((request.getContentLengthLong() < 0) ? new BoundedRequest(request, bound) : request, response);
	}

	static Problem tooLarge(long bound) {
		return Problem.tooLarge("The body may have at most %d bytes.".formatted(bound));
	}

	private long limitOf(HttpServletRequest request) {
		if (this.exceptions.isEmpty()) {
			return this.limit;
		}
		var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
		return this.exceptions.stream()
			.filter((exception) -> exception.route().matches(request.getMethod(), path))
			.mapToLong((exception) -> exception.limit().toBytes())
			.findFirst()
			.orElse(this.limit);
	}

	private static String parameter(String query) {
		for (var pair : query.split("&")) {
			if (CONTROL.matcher(pair).find()) {
				var name = pair.substring(0, Math.max(0, pair.indexOf('=')));
				return name.matches("[A-Za-z0-9_.-]{1,64}") ? name : "query";
			}
		}
		return "query";
	}

}
