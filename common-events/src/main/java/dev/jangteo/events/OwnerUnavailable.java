package dev.jangteo.events;

import org.jspecify.annotations.Nullable;

/**
 * The owner of an aggregate did not answer in time. Nothing is wrong with what was asked;
 * ask again later.
 */
public class OwnerUnavailable extends RuntimeException {

	public OwnerUnavailable(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
