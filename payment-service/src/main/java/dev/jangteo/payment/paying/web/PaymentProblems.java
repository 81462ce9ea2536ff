package dev.jangteo.payment.paying.web;

import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.paying.PaymentRejected;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What refusals look like to a client.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class PaymentProblems {

	@ExceptionHandler
	ErrorResponse rejected(PaymentRejected rejected) {
		return Problem.rule(rejected.reason().name(), String.valueOf(rejected.getMessage()));
	}

}
