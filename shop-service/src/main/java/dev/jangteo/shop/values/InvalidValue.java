package dev.jangteo.shop.values;

/**
 * A value that cannot be: which field, and what is wrong with it in words for its author.
 */
public final class InvalidValue extends IllegalArgumentException {

	private final String field;

	private final String reason;

	public InvalidValue(String field, String reason) {
		super(field + ": " + reason);
		this.field = field;
		this.reason = reason;
	}

	/** The same, seen from the object that holds the value at the given path. */
	public InvalidValue under(String path) {
		var separator = this.field.isEmpty() || this.field.startsWith("[") ? "" : ".";
		return new InvalidValue(path + separator + this.field, this.reason);
	}

	public String field() {
		return this.field;
	}

	public String reason() {
		return this.reason;
	}

}
