package dev.jangteo.benchmarks.figures;

import java.util.Locale;

/**
 * Numbers as people read them: three digits that count, no exponent.
 */
final class Numbers {

	private Numbers() {
	}

	static String plain(double value) {
		double size = Math.abs(value);
		if (size == Math.rint(size) && size < 1000 || size >= 1000) {
			return String.format(Locale.ROOT, "%,.0f", value);
		}
		if (size >= 100) {
			return String.format(Locale.ROOT, "%.0f", value);
		}
		return String.format(Locale.ROOT, (size >= 10) ? "%.1f" : "%.2f", value);
	}

	static String percent(double part) {
		return String.format(Locale.ROOT, "%.0f %%", part * 100);
	}

}
