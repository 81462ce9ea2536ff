package dev.jangteo.order.ordering.web;

import java.time.Duration;

import dev.jangteo.defaults.Problem;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.order.ordering.OrderRejected;
import dev.jangteo.order.ordering.TransitionRefused;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.ErrorResponse;

/**
 * What refusals look like to a client.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class OrderProblems {

	private final OrderMeters meters;

	OrderProblems(OrderMeters meters) {
		this.meters = meters;
	}

	@ExceptionHandler
	ErrorResponse rejected(OrderRejected rejected) {
		meters.refused(rejected.reason());
		var problem = Problem.rule(rejected.reason().name(), String.valueOf(rejected.getMessage()));
		rejected.facts().forEach(problem::with);
		return problem;
	}

	@ExceptionHandler
	ErrorResponse refused(TransitionRefused refused) {
		return Problem.conflict("order-state", String.valueOf(refused.getMessage()))
			.with("orderStatus", refused.status());
	}

	@ExceptionHandler
	ErrorResponse unavailable(OwnerUnavailable unavailable) {
		return Problem.unavailable("shop-not-known-yet", "This shop is new here and cannot be asked at the moment.",
				Duration.ofSeconds(2));
	}

}
