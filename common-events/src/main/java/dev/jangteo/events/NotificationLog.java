package dev.jangteo.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The notification log in the service's own database. What is appended leaves with the
 * caller's transaction or not at all; once committed it reaches every follower at least
 * once, and the notifications of one subject are sent in the order of their versions,
 * provided the aggregate's row was locked or version-checked by the same transaction.
 */
public interface NotificationLog {

	/**
	 * Append within the caller's transaction.
	 * @param aggregate one of those declared in {@code jangteo.events.publishes}
	 * @param change what happened, in one word of the owner's choice; no consumer depends
	 * on it
	 * @param subject the aggregate's id
	 * @param version the aggregate's version after the change
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction
	 * @throws IllegalArgumentException if the aggregate is not declared
	 */
	void append(String aggregate, String change, UUID subject, long version);

	/**
	 * To be called within the transaction whose own SQL appends through the function
	 * {@code append_notification(aggregate, change, subject, version, traceparent)}:
	 * sends as soon as it commits instead of at the next poll.
	 * @return the current W3C {@code traceparent} to hand to the function, if there is a
	 * trace
	 */
	@Nullable String appending();

}
