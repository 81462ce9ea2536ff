package dev.jangteo.shop.products;

import dev.jangteo.shop.values.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A trade item number (EAN, UPC, GTIN-14) whose check digit is right.
 *
 * @param digits 8, 12, 13 or 14 of them
 */
public record Gtin(String digits) {

	public Gtin {

		if (!digits.matches("[0-9]{8}|[0-9]{12,14}")) {
			throw new InvalidValue("gtin", "must have 8, 12, 13 or 14 digits");
		}

		if (sum(digits) % 10 != 0) {
			throw new InvalidValue("gtin", "must end with the right check digit");
		}
	}

	/**
	 * Reads a number as people write it, grouped by blanks or hyphens; null when there is
	 * none.
	 */
	public static @Nullable Gtin of(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : new Gtin(text.replaceAll("[ -]", ""));
	}

	/** From the right, every second digit counts three times. */
	private static int sum(String digits) {

		var sum = 0;

		for (int i = 0; i < digits.length(); i++) {
			var weight = ((digits.length() - i) % 2 == 0) ? 3 : 1;
			sum += weight * (digits.charAt(i) - '0');
		}

		return sum;
	}

}
