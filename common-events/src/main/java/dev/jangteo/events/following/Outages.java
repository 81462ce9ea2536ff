package dev.jangteo.events.following;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.OwnerUnavailable;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a store or a service that is away from a subject that is at fault. */
final class Outages {

	/** Connection lost, out of resources, shut down: by the class of the SQL state. */
	private static final Pattern AWAY = Pattern.compile("(08|53|57P|40).*");

	private static final int DEEPEST = 20;

	private Outages() {
	}

	/** Whether the same call may well succeed later, for any subject. */
	static boolean isOutage(Throwable error) {
		Throwable cause = error;
		for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
			if (isOutageItself(cause)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	private static boolean isOutageItself(Throwable error) {
		return switch (error) {
			case OwnerUnavailable _, CopyUnavailable _ -> true;
			case IOException _, TimeoutException _, InterruptedException _, SQLTransientException _ -> true;
			case SQLException sql -> sql.getSQLState() != null && AWAY.matcher(sql.getSQLState()).matches();
			case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
			case NonTransientDataAccessResourceException _ -> true;
			case CannotCreateTransactionException _ -> true;
			default -> false;
		};
	}

}
