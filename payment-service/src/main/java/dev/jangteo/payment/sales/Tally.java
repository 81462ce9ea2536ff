package dev.jangteo.payment.sales;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts and sums of a day by currency and category, in the smallest unit of the
 * currency. A field is a name such as {@code KRW|FOOD|amount}, as it is called in Redis.
 *
 * @param fields the values
 */
record Tally(Map<String, Long> fields) {

	static final Tally NOTHING = new Tally(Map.of());

	static final String COUNT = "count";

	static final String AMOUNT = "amount";

	Tally {
		fields = Map.copyOf(fields);
	}

	static String field(String currency, String category, String what) {
		return currency + "|" + category + "|" + what;
	}

	long value(String field) {
		return fields.getOrDefault(field, 0L);
	}

	/** What is to be added to reach another tally. */
	Map<String, Long> missingTo(Tally other) {
		var missing = new HashMap<String, Long>();
		other.fields.forEach((field, value) -> {
			if (value > value(field)) {
				missing.put(field, value - value(field));
			}
		});
		return missing;
	}

	boolean isEmpty() {
		return fields.isEmpty();
	}

}
