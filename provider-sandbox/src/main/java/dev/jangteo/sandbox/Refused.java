package dev.jangteo.sandbox;

/**
 * The provider does not do what was asked.
 */
final class Refused extends RuntimeException {

	private final ErrorCode code;

	private Refused(ErrorCode code, String message) {
		super(message, null, false, false);
		this.code = code;
	}

	static Refused because(ErrorCode code) {
		return new Refused(code, code.message());
	}

	static Refused invalid(String message) {
		return new Refused(ErrorCode.INVALID_REQUEST, message);
	}

	Answer answer() {
		return Answer.error(code, String.valueOf(getMessage()));
	}

}
