package dev.jangteo.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which metrics an expression of Prometheus reads. */
final class Promql {

	private static final Pattern NAME = Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)(?!\\s*\\(|[\\w:])");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "by", "without", "on",
			"ignoring", "group_left", "group_right", "inf", "nan", "Inf", "NaN");

	private Promql() {
	}

	static Set<String> metrics(String expression) {
		var bare = expression.replaceAll("#[^\\n]*", " ")
			.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'", " ")
			.replaceAll("\\{[^}]*}", " ")
			.replaceAll("\\[[^\\]]*]", " ")
			.replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", " ")
			.replaceAll("\\boffset\\s+\\w+", " ")
			.replaceAll("\\$\\w+", " ");
		var metrics = new TreeSet<String>();
		NAME.matcher(bare)
			.results()
			.map(match -> match.group(1))
			.filter(name -> !WORDS.contains(name))
			.forEach(metrics::add);
		return metrics;
	}

}
