package dev.jangteo.shop.values;

import org.jspecify.annotations.Nullable;

/**
 * Text that people wrote: trimmed, bounded, free of control characters and of halves of
 * characters.
 */
public final class Text {

	private Text() {
	}

	/** One line that must be there. */
	public static String required(String field, @Nullable String text, int longest) {

		var line = line(field, text, longest);

		if (line == null) {
			throw new InvalidValue(field, "must not be empty");
		}

		return line;
	}

	/** One line, or null when there is nothing in it. */
	public static @Nullable String line(String field, @Nullable String text, int longest) {
		return checked(field, text, longest, false);
	}

	/** Several lines, or null when there is nothing in them. */
	public static @Nullable String lines(String field, @Nullable String text, int longest) {
		return checked(field, text, longest, true);
	}

	private static @Nullable String checked(String field, @Nullable String text, int longest, boolean several) {

		if (text == null || text.isBlank()) {
			return null;
		}

		var stripped = text.strip();

		if (stripped.length() > longest) {
			throw new InvalidValue(field, "must have at most " + longest + " characters");
		}

		if (!stripped.codePoints().allMatch(point -> isText(point, several))) {
			throw new InvalidValue(field, "must not contain control characters or halves of characters");
		}

		return stripped;
	}

	private static boolean isText(int point, boolean several) {

		if (several && (point == '\n' || point == '\r' || point == '\t')) {
			return true;
		}

		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> point != 0xFFFE && point != 0xFFFF;
		};
	}

}
