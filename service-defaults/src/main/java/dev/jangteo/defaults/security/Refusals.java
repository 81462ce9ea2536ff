package dev.jangteo.defaults.security;

import java.io.IOException;
import java.time.Duration;

import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Refuses in problems: 401 for a missing or wrong token, 403 for the wrong role, 503 when
 * nobody can tell.
 */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final ProblemWriter problems;

	Refusals(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		this.problems.write(request, response, problem(ex));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		this.problems.write(request, response, Problem.forbidden("Your role does not allow this."));
	}

	private static Problem problem(AuthenticationException ex) {
		if (ex.getCause() instanceof KeysUnavailable) {
			return Problem.unavailable("keys-unavailable", "Tokens cannot be checked at the moment.",
					Duration.ofSeconds(2));
		}
		if (ex instanceof OAuth2AuthenticationException) {
			return Problem.unauthenticated("The token is invalid or has expired.");
		}
		return Problem.unauthenticated("A token is required.");
	}

}
