package dev.jangteo.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/**
 * Writes problems. What a handler threw is told by its status only: a 5xx never shows an
 * exception.
 */
@Component
public class Problems {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	private final JsonMapper json;

	Problems(JsonMapper json) {
		this.json = json;
	}

	public Mono<Void> write(ServerWebExchange exchange, Throwable cause) {
		return write(exchange, toProblem(cause));
	}

	public Mono<Void> write(ServerWebExchange exchange, Problem problem) {

		var response = exchange.getResponse();

		if (response.isCommitted()) {
			return Mono.empty();
		}

		response.setStatusCode(problem.status());
		var headers = response.getHeaders();
		headers.remove(HttpHeaders.CONTENT_LENGTH);
		headers.remove(HttpHeaders.TRANSFER_ENCODING);
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.set(HttpHeaders.CACHE_CONTROL, "no-store");

		if (problem.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
		}
		if (problem.status() == HttpStatus.UNAUTHORIZED) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (problem.status() == HttpStatus.CONTENT_TOO_LARGE) {
			// The rest of the body is not worth reading.
			headers.set(HttpHeaders.CONNECTION, "close");
		}

		var body = json.writeValueAsBytes(problem.body(exchange.getRequest().getURI().getRawPath()));
		headers.setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private static Problem toProblem(Throwable cause) {
		return switch (cause) {
			case ProblemException known -> known.problem();
			case ServerWebInputException input -> Problem.malformed(describe(input));
			case ErrorResponse response when response.getStatusCode().value() == 404 -> Problem.notFound();
			case ErrorResponse response when response.getStatusCode().is4xxClientError() -> refused(response);
			default -> {
				LOG.error("Request failed.", cause);
				yield Problem.internal();
			}
		};
	}

	private static String describe(ServerWebInputException input) {
		return input.getMethodParameter() == null ? "The request cannot be read."
				: "The request cannot be read: " + input.getReason();
	}

	private static Problem refused(ErrorResponse response) {
		var status = HttpStatus.valueOf(response.getStatusCode().value());
		return Problem.of(status, status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
				status.getReasonPhrase() + ".", "The request is not accepted here.");
	}

}
