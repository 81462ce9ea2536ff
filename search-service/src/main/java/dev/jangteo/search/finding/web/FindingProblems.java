package dev.jangteo.search.finding.web;

import java.time.Duration;

import dev.jangteo.defaults.Problem;
import dev.jangteo.search.neighbour.NeighbourAway;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says that search and display are away. */
@RestControllerAdvice(basePackageClasses = FindingProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FindingProblems {

	private final Duration retryAfter;

	FindingProblems(@Value("${jangteo.search.retry-after:3s}") Duration retryAfter) {
		this.retryAfter = retryAfter;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> away(NeighbourAway away) {
		var problem = Problem.unavailable("search-away",
				"Search is away for the moment; known shops can be ordered from.", this.retryAfter);
		return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders()).body(problem.getBody());
	}

}
