package dev.jangteo.shop.imports;

import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken, and why.
 *
 * @param line where it begins in the file
 * @param column the feed's name of the column, or its number, if one is to blame
 * @param value the beginning of what stands there
 */
public record Rejection(long line, @Nullable String column, String reason, @Nullable String value) {

	private static final int LONGEST_VALUE = 100;

	public Rejection {
		value = (value != null) ? presentable(value) : null;
	}

	private static String presentable(String value) {
		var points = value.codePoints()
			.map(point -> (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) ? ' '
					: point)
			.limit(LONGEST_VALUE)
			.toArray();
		return new String(points, 0, points.length);
	}

}
