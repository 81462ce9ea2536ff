package dev.jangteo.servers;

/**
 * A server could not be started or did not answer. The message is a sentence for people,
 * with what to look at.
 */
public class ServerFailed extends RuntimeException {

	public ServerFailed(String message) {
		super(message);
	}

	public ServerFailed(String message, Throwable cause) {
		super(message, cause);
	}

}
