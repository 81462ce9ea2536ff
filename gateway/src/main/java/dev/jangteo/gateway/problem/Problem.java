package dev.jangteo.gateway.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A refusal in the words of RFC 9457. {@code retryAfter} becomes the header of that name.
 */
public record Problem(HttpStatus status, String kind, String title, String detail, @Nullable Duration retryAfter,
		List<FieldError> errors) {

	private static final String TYPES = "https://jangteo.dev/problems/";

	public record FieldError(String field, String message) {
	}

	public static Problem of(HttpStatus status, String kind, String title, String detail) {
		return new Problem(status, kind, title, detail, null, List.of());
	}

	public static Problem malformed(String detail) {
		return of(HttpStatus.BAD_REQUEST, "malformed-request", "The request is malformed.", detail);
	}

	public static Problem invalid(String field, String message) {
		return new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is invalid.",
				"See errors for the fields in question.", null, List.of(new FieldError(field, message)));
	}

	public static Problem unauthorized(String detail) {
		return of(HttpStatus.UNAUTHORIZED, "unauthorized", "A valid access token is needed.", detail);
	}

	public static Problem forbidden(String detail) {
		return of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed.", detail);
	}

	public static Problem notFound() {
		return of(HttpStatus.NOT_FOUND, "not-found", "Not found.", "There is nothing at this address.");
	}

	public static Problem tooLarge(long limit) {
		return of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large.",
				"At most %d bytes are accepted here.".formatted(limit));
	}

	public static Problem tooManyRequests(Duration retryAfter) {
		return of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests.",
				"The limit for this caller is reached.")
			.after(retryAfter);
	}

	public static Problem unavailable(String kind, String detail, Duration retryAfter) {
		return of(HttpStatus.SERVICE_UNAVAILABLE, kind, "Not available right now.", detail).after(retryAfter);
	}

	public static Problem tooSlow(Duration retryAfter) {
		return of(HttpStatus.GATEWAY_TIMEOUT, "answer-too-late", "The answer took too long.",
				"The service behind this route did not answer in time.")
			.after(retryAfter);
	}

	public static Problem internal() {
		return of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong.",
				"The gateway could not serve this request.");
	}

	private Problem after(Duration pause) {
		return new Problem(status, kind, title, detail, pause, errors);
	}

	public URI type() {
		return URI.create(TYPES + kind);
	}

	long retryAfterSeconds() {
		return retryAfter == null ? 0 : Math.max(1, (retryAfter.toMillis() + 999) / 1000);
	}

	Map<String, Object> body(String instance) {
		var body = new LinkedHashMap<String, Object>();
		body.put("type", type().toString());
		body.put("title", title);
		body.put("status", status.value());
		body.put("detail", detail);
		body.put("instance", instance);
		if (!errors.isEmpty()) {
			body.put("errors", errors);
		}
		return body;
	}

}
