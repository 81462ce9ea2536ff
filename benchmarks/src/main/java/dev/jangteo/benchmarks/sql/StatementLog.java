package dev.jangteo.benchmarks.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.servers.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL is asked while something happens, with the parameters: so that a peer
 * can run the very statements of a service, whatever its author changes.
 */
public final class StatementLog implements AutoCloseable {

	private static final String PREFIX = "@@%p %d@@ ";

	private static final Pattern RECORD = Pattern.compile("@@(\\d+) (\\S*)@@ (\\w+):\\s+(.*)", Pattern.DOTALL);

	private static final Pattern EXECUTE = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);

	private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:NULL|'((?:[^']++|'')*+)')");

	private static final int SETTLED_MILLIS = 500;

	private final PostgresServer server;

	private final String database;

	/**
	 * Lets the server log every statement until closed.
	 */
	public StatementLog(PostgresServer server, String database) throws SQLException, InterruptedException {
		this.server = server;
		this.database = database;
		set("log_line_prefix", "'" + PREFIX + "'");
		set("log_statement", "'all'");
		// Each session takes a setting over before its next command, once the reload has
		// reached it; the server gives no sign.
		Thread.sleep(SETTLED_MILLIS);
	}

	/**
	 * A statement that was executed.
	 *
	 * @param session the server's process that executed it
	 * @param sql with {@code $1} for parameters
	 * @param parameters their values; null is null
	 */
	public record Logged(long session, String sql, List<@Nullable String> parameters) {

	}

	/**
	 * Answers what was executed in the database while the action ran.
	 */
	public List<Logged> during(Callable<?> action) throws Exception {
		Path log = this.server.process().log();
		long from = Files.size(log);
		action.call();
		return parse(this.database, part(log, from, Files.size(log)));
	}

	@Override
	public void close() throws SQLException {
		set("log_statement", "'none'");
	}

	private static String part(Path log, long from, long to) throws IOException {
		try (InputStream in = Files.newInputStream(log)) {
			in.skipNBytes(from);
			return new String(in.readNBytes((int) (to - from)), StandardCharsets.UTF_8);
		}
	}

	private void set(String setting, String value) throws SQLException {
		try (Connection connection = Sql.open(this.server.administration());
				Statement statement = connection.createStatement()) {
			statement.execute("ALTER SYSTEM SET %s = %s".formatted(setting, value));
			statement.execute("SELECT pg_reload_conf()");
		}
	}

	static List<Logged> parse(String database, String text) {
		List<Logged> statements = new ArrayList<>();
		for (String part : text.split("(?m)^(?=@@\\d+ )")) {
			Matcher line = RECORD.matcher(part.strip());
			if (!line.matches() || !line.group(2).equals(database)) {
				continue;
			}
			long session = Long.parseLong(line.group(1));
			Matcher execute = EXECUTE.matcher(line.group(4));
			if (line.group(3).equals("LOG") && execute.matches()) {
				statements.add(new Logged(session, unindented(execute.group(1)), List.of()));
			}
			else if (line.group(3).equals("DETAIL") && line.group(4).startsWith("Parameters:")) {
				addParameters(statements, session, parameters(line.group(4)));
			}
		}
		return statements;
	}

	private static void addParameters(List<Logged> statements, long session, List<@Nullable String> parameters) {
		for (int i = statements.size() - 1; i >= 0; i--) {
			if (statements.get(i).session() == session) {
				statements.set(i, new Logged(session, statements.get(i).sql(), parameters));
				return;
			}
		}
		throw new Unmeasurable("PostgreSQL logged parameters of an unknown statement.");
	}

	/** The server indents the lines after the first. */
	private static String unindented(String sql) {
		return sql.replaceAll("\n\t", "\n").strip();
	}

	private static List<@Nullable String> parameters(String detail) {
		List<@Nullable String> values = new ArrayList<>();
		Matcher parameter = PARAMETER.matcher(detail.replace("\n\t", "\n"));
		while (parameter.find()) {
			String quoted = parameter.group(2);
			values.add((quoted != null) ? quoted.replace("''", "'") : null);
		}
		return values;
	}

}
