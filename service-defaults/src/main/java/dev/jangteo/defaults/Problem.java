package dev.jangteo.defaults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal as the client sees it: an RFC 9457 problem with a stable {@code type}.
 * <p>
 * Throw it from a controller or a use case; every text given here is shown to the client.
 */
public final class Problem extends ErrorResponseException {

	/** Where the problem types are named. */
	public static final String TYPES = "https://jangteo.dev/problems/";

	private Problem(HttpStatus status, String kind, String title, String detail) {
		super(status, body(status, kind, title, detail), null);
	}

	/**
	 * 404 {@code not-found}: there is no such thing, or it belongs to somebody else.
	 * @param what the noun, e.g. {@code order}
	 */
	public static Problem notFound(String what) {
		return new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found",
				"There is no such %s, or it is not yours.".formatted(what));
	}

	/**
	 * 409 of the given kind: the request is right but the state does not allow it.
	 * @param kind kebab-case, the last part of the problem's {@code type}
	 */
	public static Problem conflict(String kind, String detail) {
		return new Problem(HttpStatus.CONFLICT, kind, "Conflict", detail);
	}

	/**
	 * 422 {@code rule-broken} with the property {@code reason}: a business rule refuses.
	 * @param reason a stable name of the rule, e.g. {@code PRICE_CHANGED}
	 */
	public static Problem rule(String reason, String detail) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "rule-broken", "A rule refuses this", detail)
			.with("reason", reason);
	}

	/** 422 of the given kind, for a request that cannot be processed as it is. */
	public static Problem unprocessable(String kind, String detail) {
		return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, kind, "Cannot be processed", detail);
	}

	/** 400 {@code invalid-request} with one entry in {@code errors}. */
	public static Problem invalid(String field, String message) {
		return invalid(List.of(new FieldProblem(field, message)));
	}

	/** 400 {@code invalid-request} with {@code errors}. */
	public static Problem invalid(List<FieldProblem> errors) {
		return new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request",
				"The request has %s.".formatted((errors.size() == 1) ? "an error" : errors.size() + " errors"))
			.with("errors", errors);
	}

	/** 401 {@code unauthenticated}. */
	public static Problem unauthenticated(String detail) {
		return unauthenticated("unauthenticated", detail);
	}

	/** 401 of the given kind. */
	public static Problem unauthenticated(String kind, String detail) {
		var problem = new Problem(HttpStatus.UNAUTHORIZED, kind, "Not authenticated", detail);
		problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		return problem;
	}

	/** 403 {@code forbidden}: the caller's role does not allow it. */
	public static Problem forbidden(String detail) {
		return new Problem(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", detail);
	}

	/** 412 {@code stale}: {@code If-Match} names an older version. */
	public static Problem stale(String detail) {
		return new Problem(HttpStatus.PRECONDITION_FAILED, "stale", "Changed meanwhile", detail);
	}

	/** 428 {@code precondition-required}: {@code If-Match} is missing. */
	public static Problem preconditionRequired(String detail) {
		return new Problem(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", "Precondition required", detail);
	}

	/** 413 {@code content-too-large}. */
	public static Problem tooLarge(String detail) {
		return new Problem(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "Content too large", detail);
	}

	/** 503 of the given kind with {@code Retry-After}. */
	public static Problem unavailable(String kind, String detail, Duration retryAfter) {
		return new Problem(HttpStatus.SERVICE_UNAVAILABLE, kind, "Unavailable for the moment", detail)
			.retryAfter(retryAfter);
	}

	/** 429 {@code too-many-requests} with {@code Retry-After}. */
	public static Problem tooManyRequests(String detail, Duration retryAfter) {
		return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail)
			.retryAfter(retryAfter);
	}

	/** Adds a property to the problem, e.g. the new total of an order. */
	public Problem with(String property, Object value) {
		getBody().setProperty(property, value);
		return this;
	}

	/**
	 * The stable address of a kind of problem.
	 * @param kind kebab-case
	 */
	public static URI type(String kind) {
		return URI.create(TYPES + kind.toLowerCase(Locale.ROOT));
	}

	private Problem retryAfter(Duration pause) {
		// Rounded up: coming back too early would only be refused again.
		getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.plusMillis(999).toSeconds())));
		return this;
	}

	private static ProblemDetail body(HttpStatus status, String kind, String title, String detail) {
		var body = ProblemDetail.forStatusAndDetail(status, detail);
		body.setType(type(kind));
		body.setTitle(title);
		return body;
	}

	// A refusal is an everyday answer: its stack trace would be dear and nobody reads it.
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
