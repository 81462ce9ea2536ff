package dev.jangteo.defaults.platform;

/**
 * The service must not start with the settings it was given.
 */
public class UnsafeSettings extends RuntimeException {

	private final String action;

	/**
	 * A refusal to start.
	 * @param message what is wrong
	 * @param action what to do about it
	 */
	public UnsafeSettings(String message, String action) {
		super(message);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
