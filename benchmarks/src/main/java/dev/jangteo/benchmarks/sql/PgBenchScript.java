package dev.jangteo.benchmarks.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.sql.StatementLog.Logged;
import org.jspecify.annotations.Nullable;

/**
 * A pgbench script that repeats what a service did in the database, made from two
 * recordings of the same request: a parameter that stayed the same is a constant, one
 * that changed is made anew each time, and is the same wherever it came up in the
 * request.
 *
 * @param text of the script
 * @param variables for {@code -D}
 * @param statements in it, with begin and commit
 */
public record PgBenchScript(String text, Map<String, String> variables, int statements) {

	private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d.*");

	/**
	 * Anything longer is content, such as a stored answer, whose size matters and not its
	 * change.
	 */
	private static final int LONGEST_KEY = 80;

	/** In one script. */
	private static final int MOST_IDS = 16;

	/**
	 * Where a UUID says how it was made: in the order of time, or at random.
	 */
	private static final int VERSION = 14;

	/**
	 * Whether two recordings are of the same statements.
	 */
	public static boolean alike(List<Logged> first, List<Logged> second) {
		return !first.isEmpty()
				&& first.stream().map(Logged::sql).toList().equals(second.stream().map(Logged::sql).toList());
	}

	/**
	 * Makes the script.
	 * @param name unique among the scripts of one pgbench
	 */
	public static PgBenchScript of(String name, List<Logged> first, List<Logged> second) {
		if (first.isEmpty() || first.size() != second.size()) {
			throw new Unmeasurable("The same request led to %d statements and then to %d, which cannot be repeated: %s"
				.formatted(first.size(), second.size(), second.stream().map(Logged::sql).toList()));
		}
		Map<String, String> variables = new LinkedHashMap<>();
		List<String> lines = new ArrayList<>();
		lines.add("\\set key random(1, 1000000000000000000)");
		List<String> recurring = recurring(first, second);
		if (!recurring.isEmpty()) {
			variables.put("n", "0");
			lines.add("\\set n :n + 1");
		}
		for (int i = 0; i < first.size(); i++) {
			String sql = statement(name + i, first.get(i), second.get(i), recurring, variables);
			// The JDBC driver sends BEGIN together with the statement that follows.
			boolean begins = sql.strip().toLowerCase(Locale.ROOT).startsWith("begin");
			boolean follows = i > 0 && lines.getLast().startsWith("begin");
			if (begins) {
				lines.add("\\startpipeline");
				lines.add("begin;");
			}
			else {
				lines.add(sql + ";");
			}
			if (follows) {
				lines.add("\\endpipeline");
			}
		}
		return new PgBenchScript(String.join("\n", lines) + "\n", variables, first.size());
	}

	/**
	 * Ids made anew for each request that come up in several statements: what one of them
	 * writes another looks for.
	 */
	private static List<String> recurring(List<Logged> first, List<Logged> second) {
		Set<String> kept = second.stream().flatMap((logged) -> logged.parameters().stream()).collect(toNonNull());
		Map<String, Long> times = first.stream()
			.flatMap((logged) -> logged.parameters().stream().filter(Objects::nonNull).distinct())
			.filter((value) -> UUID.matcher(value).matches() && !kept.contains(value))
			.collect(Collectors.groupingBy((value) -> value, LinkedHashMap::new, Collectors.counting()));
		return times.entrySet().stream().filter((entry) -> entry.getValue() > 1).map(Map.Entry::getKey).toList();
	}

	private static Collector<@Nullable String, ?, Set<String>> toNonNull() {
		return Collectors.filtering(Objects::nonNull, Collectors.toSet());
	}

	/**
	 * An id of this run, client and transaction, in the order of time for each client.
	 */
	private static String id(int number) {
		return "(lpad(to_hex(:run::bigint), 8, '0') || lpad(to_hex(:client_id::bigint), 4, '0')"
				+ " || lpad(to_hex(:n::bigint * %d + %d), 20, '0'))::uuid".formatted(MOST_IDS, number);
	}

	private static String statement(String prefix, Logged first, Logged second, List<String> recurring,
			Map<String, String> variables) {
		if (!first.sql().equals(second.sql())) {
			throw new Unmeasurable("The same request led to another statement: " + second.sql());
		}
		Matcher place = PLACE.matcher(first.sql());
		StringBuilder sql = new StringBuilder();
		while (place.find()) {
			int number = Integer.parseInt(place.group(1));
			place.appendReplacement(sql, Matcher.quoteReplacement(value("%s_%d".formatted(prefix, number),
					first.parameters().get(number - 1), second.parameters().get(number - 1), recurring, variables)));
		}
		return place.appendTail(sql).toString();
	}

	private static String value(String name, @Nullable String first, @Nullable String second, List<String> recurring,
			Map<String, String> variables) {
		if (first == null) {
			return "null";
		}
		if (recurring.contains(first)) {
			return id(recurring.indexOf(first));
		}
		if (Objects.equals(first, second) || first.length() > LONGEST_KEY) {
			variables.put(name, first);
			return ":" + name;
		}
		if (UUID.matcher(first).matches()) {
			// Asked for once: compared with a column it would be another for every row,
			// and no
			// index would help.
			return (first.charAt(VERSION) == '7') ? "(select uuidv7())" : "(select gen_random_uuid())";
		}
		if (TIME.matcher(first).matches()) {
			return "now()";
		}
		return ":key";
	}

}
