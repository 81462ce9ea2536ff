package dev.jangteo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18. Connections need a password (SCRAM). When durable, the server itself has
 * confirmed with {@code SHOW} that it does not skip a single fsync.
 */
public final class PostgresServer extends Server {

	private static final String SUPERUSER = "postgres";

	private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

	private static final List<String> DURABLE_SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

	private static final int INITDB_SECONDS = 120;

	private final String password;

	private final boolean durable;

	private final Path data;

	/**
	 * @param password the superuser's; used when the data folder is made
	 */
	public PostgresServer(int port, Path folder, ServerOptions options, String password) {

		super("postgres", port, folder, options.lifetime());

		this.password = password;
		this.durable = options.durable();
		this.data = folder().resolve("data");
	}

	/**
	 * Makes a database and a role of the same name that owns it, unless they exist. The
	 * role gets the given password in any case.
	 */
	public Database createDatabase(String name, String ownersPassword) {

		if (!IDENTIFIER.matcher(name).matches()) {
			throw new IllegalArgumentException("Not a name of a database: " + name);
		}

		var secret = ownersPassword.replace("'", "''");

		try (var connection = connect("postgres")) {

			var role = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
			execute(connection, "%s ROLE %s LOGIN PASSWORD '%s'".formatted(role, name, secret));

			if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
				execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
			}
		}
		catch (SQLException e) {
			throw new ServerFailed("The database %s could not be made: %s".formatted(name, e.getMessage()), e);
		}

		return new Database(url(name), name, ownersPassword);
	}

	/**
	 * Drops the database, its role and everything in it, if it exists; its connections
	 * are cut.
	 */
	public void dropDatabase(String name) {

		if (!IDENTIFIER.matcher(name).matches()) {
			throw new IllegalArgumentException("Not a name of a database: " + name);
		}

		try (var connection = connect("postgres")) {
			execute(connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
			execute(connection, "DROP ROLE IF EXISTS " + name);
		}
		catch (SQLException e) {
			throw new ServerFailed("The database %s could not be dropped: %s".formatted(name, e.getMessage()), e);
		}
	}

	/**
	 * The superuser's way into the maintenance database.
	 */
	public Database administration() {
		return new Database(url("postgres"), SUPERUSER, this.password);
	}

	/**
	 * What the server itself says about one of its settings.
	 */
	public String show(String setting) {

		if (!IDENTIFIER.matcher(setting).matches()) {
			throw new IllegalArgumentException("Not a name of a setting: " + setting);
		}

		try (var connection = connect("postgres"); var statement = connection.createStatement()) {
			var answer = statement.executeQuery("SHOW " + setting);
			answer.next();
			return answer.getString(1);
		}
		catch (SQLException e) {
			throw new ServerFailed("PostgreSQL does not tell its setting " + setting + ": " + e.getMessage(), e);
		}
	}

	/**
	 * The folder with {@code psql}, {@code pgbench} and the like, where they came along.
	 */
	public static Path programs() {
		return Natives.postgres().resolve("bin");
	}

	@Override
	public boolean answers() {

		if (!Ports.inUse(port())) {
			return false;
		}

		try (var _ = connect("postgres")) {
			return true;
		}
		catch (SQLException e) {
			return false;
		}
	}

	@Override
	void prepare() {

		try {

			if (Files.isDirectory(this.data)) {
				forgetLostProcess();
				return;
			}

			Files.createDirectories(folder());
			var draft = folder().resolve("data.new");

			if (Files.exists(draft)) {
				Natives.delete(draft);
			}

			initialize(draft);
			Files.move(draft, this.data, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException e) {
			throw new ServerFailed(
					"PostgreSQL's data folder %s could not be made: %s".formatted(this.data, e.getMessage()), e);
		}
	}

	@Override
	List<String> command() {

		var command = unprivileged("postgres");
		command.addAll(List.of("-D", this.data.toString()));

		settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
		return command;
	}

	@Override
	Map<String, String> environment() {
		return Map.of("LC_ALL", "C");
	}

	@Override
	void started() {

		if (!this.durable) {
			return;
		}

		for (String setting : DURABLE_SETTINGS) {

			if (!show(setting).equals("on")) {
				stop();
				throw new ServerFailed("PostgreSQL runs with %s=off and could lose data. Look for the setting in %s."
					.formatted(setting, this.data.resolve("postgresql.auto.conf")));
			}
		}
	}

	// "Fast": ends sessions; TERM would wait for the clients.
	@Override
	String stopSignal() {
		return "INT";
	}

	// After a kill -9 the system may have given the number to somebody else, whom
	// PostgreSQL would take for itself.
	private void forgetLostProcess() throws IOException {

		var file = this.data.resolve("postmaster.pid");

		if (Files.notExists(file)) {
			return;
		}

		var pid = Files.readString(file).lines().findFirst().map(String::strip).orElse("");

		var isPostgres = pid.matches("[0-9]{1,9}") && ProcessHandle.of(Long.parseLong(pid))
			.flatMap((process) -> process.info().command())
			.filter((command) -> command.endsWith("/postgres"))
			.isPresent();

		if (!isPostgres) {
			Files.delete(file);
		}
	}

	private Map<String, String> settings() {

		var certainty = this.durable ? "on" : "off";

		return Map.ofEntries(Map.entry("port", Integer.toString(port())), Map.entry("listen_addresses", "127.0.0.1"),
				Map.entry("unix_socket_directories", ""), Map.entry("max_connections", "200"),
				Map.entry("shared_buffers", "64MB"), Map.entry("max_wal_size", "512MB"), Map.entry("jit", "off"),
				Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("fsync", certainty),
				Map.entry("synchronous_commit", certainty), Map.entry("full_page_writes", certainty));
	}

	private void initialize(Path target) throws IOException {

		var secret = Files.createTempFile(folder(), "password", "",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

		try {

			Files.writeString(secret, this.password);

			var command = unprivileged("initdb");
			command.addAll(List.of("-D", target.toString(), "-U", SUPERUSER, "--pwfile=" + secret,
					"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
					"--builtin-locale=C.UTF-8", "--data-checksums"));

			if (!this.durable) {
				command.add("--no-sync");
			}

			var log = folder().resolve("initdb.log");
			var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			builder.environment().putAll(environment());

			var process = builder.start();

			if (!process.waitFor(INITDB_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new ServerFailed("PostgreSQL's data folder could not be made. " + Files.readString(log));
			}
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ServerFailed("Interrupted while PostgreSQL's data folder was made", e);
		}
		finally {
			Files.delete(secret);
		}
	}

	// PostgreSQL refuses to run as root: inside a user namespace without a mapping it is
	// nobody, yet owns its files.
	private static List<String> unprivileged(String program) {

		var command = new ArrayList<String>();

		if (System.getProperty("user.name").equals("root")) {
			command.addAll(List.of("unshare", "-U"));
		}

		command.add(programs().resolve(program).toString());
		return command;
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database) + "?connectTimeout=2&socketTimeout=30", SUPERUSER,
				this.password);
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
	}

	private static boolean exists(Connection connection, String query, @Nullable String name) throws SQLException {

		try (var statement = connection.prepareStatement(query)) {
			statement.setString(1, name);
			return statement.executeQuery().next();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {

		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
