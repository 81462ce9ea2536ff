package dev.jangteo.deploy;

/**
 * Something that is wrong.
 *
 * @param file relative to the root of the project
 * @param line counted from 1
 */
public record Finding(String file, int line, String message) {

	@Override
	public String toString() {
		return file + ":" + line + ": " + message;
	}

}
