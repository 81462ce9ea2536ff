package dev.jangteo.search.finding;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How words are looked for: all of them in either language counts most, most of them is
 * still found. They are words only; no character of them has a meaning of its own.
 */
final class Words {

	private Words() {
	}

	static Map<String, Object> query(String words, float allWords, List<String> korean, List<String> english) {
		var both = Stream.concat(korean.stream(), english.stream()).toList();
		return Map.of("bool", Map.of("should",
				List.of(all(words, korean, allWords), all(words, english, allWords),
						Map.of("multi_match", Map.of("query", words, "fields", both, "minimum_should_match", "2<67%"))),
				"minimum_should_match", 1));
	}

	private static Map<String, Object> all(String words, List<String> fields, float weight) {
		return Map.of("multi_match",
				Map.of("query", words, "type", "cross_fields", "operator", "and", "fields", fields, "boost", weight));
	}

}
