package dev.jangteo.defaults.web;

import java.time.Duration;

import dev.jangteo.defaults.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * A database that is busy or away is not an error of the request.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class DatabaseProblems {

	private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);

	@ExceptionHandler({ CannotCreateTransactionException.class, TransactionSystemException.class,
			DataAccessResourceFailureException.class, RecoverableDataAccessException.class,
			TransientDataAccessResourceException.class })
	Problem away(RuntimeException ex) {
		log.error("The database does not answer", ex);
		return Problem.unavailable("database-unavailable", "We cannot look this up at the moment.",
				Duration.ofSeconds(2));
	}

	@ExceptionHandler({ OptimisticLockingFailureException.class, PessimisticLockingFailureException.class })
	Problem overtaken(RuntimeException ex) {
		log.info("Overtaken by another change: {}", ex.toString());
		return Problem.conflict("changed-meanwhile",
				"Somebody changed it at the same moment. Read it again and repeat.");
	}

}
