package dev.jangteo.gateway.token;

/**
 * The token is not one of ours, or not any more. It carries no stack.
 */
public final class BadToken extends RuntimeException {

	BadToken(String reason) {
		super(reason, null, false, false);
	}

}
