package dev.jangteo.local.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerFailed;
import dev.jangteo.servers.ServerProcess;
import org.jspecify.annotations.Nullable;

/**
 * A service as a process of its own.
 */
public final class ServicePart implements Part {

	private static final Duration START_PATIENCE = Duration.ofMinutes(5);

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

	private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(6);

	private static final int PATIENCE_MILLIS = 2000;

	private final Service service;

	private final Home home;

	private final Map<String, String> environment;

	private final ServerProcess process;

	private @Nullable Program program;

	ServicePart(Service service, Home home, Map<String, String> environment) {

		this.service = service;
		this.home = home;
		this.environment = new HashMap<>(environment);
		this.environment.put("SERVER_PORT", Integer.toString(port()));
		this.environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort()));
		// Two arenas instead of eight per processor: a JVM's native memory stays close to
		// what it uses.
		this.environment.put("MALLOC_ARENA_MAX", "2");
		this.process = new ServerProcess(service.name(), home.services().resolve(service.name()), home.lifetime());
	}

	Service service() {
		return this.service;
	}

	@Override
	public String name() {
		return this.service.name();
	}

	@Override
	public int port() {
		return this.home.port(this.service.port());
	}

	/**
	 * Where its health and metrics are.
	 */
	public URI management() {
		return URI.create("http://127.0.0.1:" + managementPort());
	}

	private int managementPort() {
		return this.home.port(this.service.managementPort().orElse(this.service.port()));
	}

	@Override
	public List<Integer> ports() {
		return List.of(port(), managementPort()).stream().distinct().toList();
	}

	@Override
	public ServerProcess process() {
		return this.process;
	}

	@Override
	public boolean answers() {

		try {

			var url = management().resolve("/actuator/health/readiness").toURL();
			var connection = (HttpURLConnection) url.openConnection();
			connection.setConnectTimeout(PATIENCE_MILLIS);
			connection.setReadTimeout(PATIENCE_MILLIS);

			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException e) {
			return false;
		}
	}

	@Override
	public void start() {

		if (!isRunning()) {
			launch(program(), false);
		}

		this.process.await(this::answers, START_PATIENCE);
	}

	@Override
	public void stop() {
		this.process.stop("TERM", STOP_PATIENCE);
	}

	/**
	 * Whether an older build is running.
	 */
	boolean isOutdated() {
		return this.process.running()
			.flatMap((process) -> process.info().arguments())
			.filter((arguments) -> List.of(arguments).stream().noneMatch(program().jar().toString()::equals))
			.isPresent();
	}

	boolean isTrained() {
		return program().isTrained();
	}

	/**
	 * Runs the service once so that the JVM writes down what it needs for starting, and
	 * ends it. Without that the service starts as well, only more slowly.
	 */
	boolean train() {

		var program = program();

		launch(program, true);
		this.process.await(this::answers, START_PATIENCE);
		this.process.stop("TERM", TRAINING_PATIENCE);

		return program.keepTraining();
	}

	private synchronized Program program() {

		if (this.program == null) {
			this.program = Program.installed(this.service, this.home.services().resolve(this.service.name()));
		}

		return this.program;
	}

	private void launch(Program program, boolean training) {

		ports().stream().filter(Ports::inUse).findFirst().ifPresent((taken) -> {
			throw new ServerFailed("Port %d, meant for %s, is used by another program.".formatted(taken, name()));
		});

		this.process.start(command(program, training), this.environment);
	}

	private List<String> command(Program program, boolean training) {

		var command = new ArrayList<>(Jvm.command(this.service));

		if (training) {
			command.add("-XX:AOTCacheOutput=" + program.aotDraft());
		}
		else if (program.isTrained()) {
			command.add("-XX:AOTCache=" + program.aotCache());
		}

		command.addAll(List.of("-jar", program.jar().toString()));
		return command;
	}

}
