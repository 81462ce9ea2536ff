package dev.jangteo.defaults.web;

import java.net.URI;
import java.util.Locale;

import dev.jangteo.defaults.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * The problems of plain HTTP, named as ours.
 */
final class StandardProblems {

	private static final URI BLANK = URI.create("about:blank");

	private StandardProblems() {
	}

	/** The body for a status of which nothing more may be said. */
	static ProblemDetail body(HttpStatusCode code) {
		var body = ProblemDetail.forStatus(code);
		body.setDetail(code.is5xxServerError() ? "Something went wrong on our side." : "The request cannot be served.");
		return named(body);
	}

	/** Gives a stable type to a body that has none. */
	static ProblemDetail named(ProblemDetail body) {
		if (body.getType() == null || BLANK.equals(body.getType())) {
			body.setType(Problem.type(kind(body.getStatus())));
		}
		return body;
	}

	static String kind(int code) {
		var status = HttpStatus.resolve(code);
		if (status == null) {
			return "http-" + code;
		}
		return switch (status) {
			case BAD_REQUEST -> "invalid-request";
			case UNAUTHORIZED -> "unauthenticated";
			case SERVICE_UNAVAILABLE -> "unavailable";
			case INTERNAL_SERVER_ERROR -> "internal-error";
			default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
		};
	}

}
