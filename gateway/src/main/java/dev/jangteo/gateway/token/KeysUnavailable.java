package dev.jangteo.gateway.token;

/**
 * No key was ever fetched, so no token can be checked. It carries no stack.
 */
public final class KeysUnavailable extends RuntimeException {

	KeysUnavailable() {
		super("no keys yet", null, false, false);
	}

}
