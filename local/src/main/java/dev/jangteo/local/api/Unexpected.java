package dev.jangteo.local.api;

/**
 * The platform did something else than it promises. The message says what.
 */
public class Unexpected extends RuntimeException {

	public Unexpected(String message) {
		super(message);
	}

	public Unexpected(String message, Throwable cause) {
		super(message, cause);
	}

}
