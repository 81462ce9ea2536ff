package dev.jangteo.shop;

import dev.jangteo.defaults.Problem;
import dev.jangteo.shop.values.InvalidValue;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What the domain refuses is a bad request that names its field; two edits of one version
 * are one too many.
 */
@Order(0)
@RestControllerAdvice
class InvalidValues {

	@ExceptionHandler
	ErrorResponse invalid(InvalidValue ex) {
		return Problem.invalid(ex.field(), ex.reason());
	}

	@ExceptionHandler
	ErrorResponse overtaken(OptimisticLockingFailureException ex) {
		return Problem.stale("Somebody changed it at the same moment. Read it again and repeat the edit.");
	}

}
