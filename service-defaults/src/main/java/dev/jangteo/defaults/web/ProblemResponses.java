package dev.jangteo.defaults.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.jangteo.defaults.FieldProblem;
import dev.jangteo.defaults.Problem;
import dev.jangteo.events.OwnerUnavailable;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever goes wrong into a problem. What is the client's fault names the field;
 * what is ours is logged and says nothing.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class ProblemResponses extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);

	private static final Duration SHORTLY = Duration.ofSeconds(1);

	@ExceptionHandler(RestClientException.class)
	@Nullable ResponseEntity<Object> call(RestClientException ex, WebRequest request) {
		var isTheirs = ex instanceof HttpServerErrorException
				|| NestedExceptionUtils.getMostSpecificCause(ex) instanceof IOException;
		return isTheirs ? neighbourAway(ex, request) : ours(ex, request);
	}

	@ExceptionHandler(OwnerUnavailable.class)
	@Nullable ResponseEntity<Object> neighbourAway(RuntimeException ex, WebRequest request) {
		log.warn("A neighbour did not answer: {}", ex.toString());
		return answer(ex, Problem.unavailable("neighbour-unavailable",
				"A part of the platform does not answer at the moment.", SHORTLY), request);
	}

	@ExceptionHandler(BodyTooLarge.class)
	@Nullable ResponseEntity<Object> tooLarge(BodyTooLarge ex, WebRequest request) {
		return answer(ex, Problem.tooLarge("The body is too large."), request);
	}

	@ExceptionHandler(ConstraintViolationException.class)
	@Nullable ResponseEntity<Object> constraint(ConstraintViolationException ex, WebRequest request) {
		var errors = ex.getConstraintViolations()
			.stream()
			.map((violation) -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
			.sorted(Comparator.comparing(FieldProblem::field))
			.toList();
		return answer(ex, Problem.invalid(errors), request);
	}

	@ExceptionHandler(Exception.class)
	@Nullable ResponseEntity<Object> ours(Exception ex, WebRequest request) {
		return handleExceptionInternal(ex, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, Problem.invalid(errors(ex.getBindingResult(), "")), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.isForReturnValue()) {
			return ours(ex, request);
		}
		var errors = new ArrayList<FieldProblem>();
		for (var result : ex.getParameterValidationResults()) {
			var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
			if (result instanceof ParameterErrors bean) {
				errors.addAll(
						errors(bean, (bean.getContainerIndex() != null) ? "[" + bean.getContainerIndex() + "]." : ""));
			}
			else {
				result.getResolvableErrors()
					.forEach((error) -> errors.add(new FieldProblem(name, message(error.getDefaultMessage()))));
			}
		}
		return answer(ex, Problem.invalid(errors), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, JsonProblems.of(ex.getCause()), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		var name = (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: ex.getPropertyName();
		return answer(ex, Problem.invalid(message(name), expected(ex.getRequiredType())), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException ex, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return answer(ex, Problem.invalid(ex.getParameterName(), "is required"), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, Problem.invalid(ex.getRequestPartName(), "is required"), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(ServletRequestBindingException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex instanceof MissingRequestHeaderException missing) {
			return answer(ex, Problem.invalid(missing.getHeaderName(), "is required"), request);
		}
		return super.handleServletRequestBindingException(ex, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, Problem.tooLarge("The upload is too large."), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex instanceof BindException binding) {
			return answer(ex, Problem.invalid(errors(binding, "")), request);
		}
		if (status.is5xxServerError() && !(ex instanceof Problem)) {
			log.error("A request failed", ex);
		}
		var mayBeShown = ex instanceof Problem || !status.is5xxServerError();
		var problem = (mayBeShown && ex instanceof ErrorResponse answer) ? answer.getBody()
				: StandardProblems.body(status);
		return super.handleExceptionInternal(ex, StandardProblems.named(problem), headers, status, request);
	}

	private @Nullable ResponseEntity<Object> answer(Exception ex, Problem problem, WebRequest request) {
		return super.handleExceptionInternal(ex, problem.getBody(), problem.getHeaders(), problem.getStatusCode(),
				request);
	}

	private static List<FieldProblem> errors(Errors errors, String prefix) {
		return errors.getAllErrors().stream().map((error) -> {
			var field = (error instanceof FieldError named) ? named.getField() : "body";
			var message = (error instanceof FieldError named && named.isBindingFailure()) ? "has the wrong form"
					: message(error.getDefaultMessage());
			return new FieldProblem(prefix + field, message);
		}).sorted(Comparator.comparing(FieldProblem::field)).toList();
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "has the wrong form";
		}
		if (type.isEnum()) {
			return "must be one of " + String.join(", ",
					Arrays.stream(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
		}
		return "must be " + JsonProblems.noun(type);
	}

	private static String message(@Nullable String text) {
		return Objects.requireNonNullElse(text, "is not valid");
	}

}
