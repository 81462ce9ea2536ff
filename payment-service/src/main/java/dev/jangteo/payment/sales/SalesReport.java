package dev.jangteo.payment.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import dev.jangteo.defaults.Money;

/**
 * Sales of a day so far.
 *
 * @param totals by currency, all categories
 * @param categories by currency and category
 */
record SalesReport(LocalDate day, Instant at, List<Sum> totals, List<Sum> categories) {

	static SalesReport of(LocalDate day, Instant at, Tally tally) {
		var totals = new TreeMap<String, long[]>();
		var categories = new TreeMap<String, long[]>();
		tally.fields().forEach((field, value) -> {
			var parts = field.split("\\|", -1);
			var index = parts[2].equals(Tally.COUNT) ? 0 : 1;
			totals.computeIfAbsent(parts[0] + "|ALL", (_) -> new long[2])[index] += value;
			categories.computeIfAbsent(parts[0] + "|" + parts[1], (_) -> new long[2])[index] += value;
		});
		return new SalesReport(day, at, sums(totals), sums(categories));
	}

	/** Whether it tells the same, whenever it was made. */
	boolean tellsTheSameAs(SalesReport other) {
		return day.equals(other.day) && categories.equals(other.categories);
	}

	private static List<Sum> sums(TreeMap<String, long[]> values) {
		return values.entrySet()
			.stream()
			.map((entry) -> Sum.of(entry.getKey().split("\\|", -1), entry.getValue()))
			.sorted(Comparator.comparing(Sum::category))
			.toList();
	}

	/**
	 * A sum.
	 *
	 * @param count how many charges
	 */
	record Sum(String category, long count, Money amount) {

		private static Sum of(String[] key, long[] values) {
			return new Sum(key[1], values[0], Units.money(values[1], key[0]));
		}

	}

}
