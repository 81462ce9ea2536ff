package dev.jangteo.events;

import org.jspecify.annotations.Nullable;

/**
 * A follower's own store does not answer. Nothing is wrong with the subject; the follower
 * is held up until it does.
 */
public class CopyUnavailable extends RuntimeException {

	public CopyUnavailable(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
