package dev.jangteo.defaults.web;

import dev.jangteo.defaults.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the servlet container answers when a filter or the container itself failed.
 */
@Hidden
@RestController
class ErrorPage implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

	@RequestMapping("${server.error.path:${error.path:/error}}")
	ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
		var code = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) ? status : 404;
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
			if (isTooLarge(cause)) {
				return answer(Problem.tooLarge("The body is too large.").getBody(), request);
			}
			log.error("A request failed outside of any controller", cause);
		}
		return answer(StandardProblems.body(HttpStatusCode.valueOf(code)), request);
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail body, HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
			try {
				body.setInstance(java.net.URI.create(path));
			}
			catch (IllegalArgumentException ex) {
				log.debug("The path is no URI", ex);
			}
		}
		return ResponseEntity.status(body.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
	}

	private static boolean isTooLarge(Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLarge) {
				return true;
			}
		}
		return false;
	}

}
