package dev.jangteo.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One server with its data in a folder, listening on one port of 127.0.0.1 (some use a
 * second one among themselves). What it acknowledged is there again after any end of the
 * process and a new {@link #start()} on the same folder.
 */
public abstract sealed class Server permits PostgresServer, RedisServer, JavaServer {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

	private final String name;

	private final int port;

	private final Path folder;

	private final ServerProcess process;

	Server(String name, int port, Path folder, Lifetime lifetime) {

		this.name = name;
		this.port = port;
		this.folder = folder.toAbsolutePath();
		this.process = new ServerProcess(name, this.folder, lifetime);
	}

	/**
	 * Starts the server and returns once it answers; does nothing when it runs already.
	 * @throws ServerFailed when the port is taken by somebody else or the server does not
	 * come up
	 */
	public final void start() {

		if (isRunning()) {
			this.process.await(this::answers, PATIENCE);
			return;
		}

		ports().stream().filter(Ports::inUse).findFirst().ifPresent((taken) -> {
			throw new ServerFailed("Port %d, meant for %s, is used by another program.".formatted(taken, this.name));
		});

		prepare();
		this.process.start(command(), environment());
		this.process.await(this::answers, PATIENCE);
		started();
	}

	/**
	 * Ends the server in order.
	 */
	public final void stop() {
		this.process.stop(stopSignal(), STOP_PATIENCE);
	}

	/**
	 * Ends the server as kill -9 does.
	 */
	public final void kill() {
		this.process.kill();
	}

	/**
	 * Lets the server stand still: connections stay open and nothing answers.
	 */
	public final void suspend() {
		this.process.suspend();
	}

	public final void resume() {
		this.process.resume();
	}

	public final boolean isRunning() {
		return this.process.running().isPresent();
	}

	/**
	 * The process id.
	 * @throws IllegalStateException when the server does not run
	 */
	public final long pid() {
		return this.process.running()
			.map(ProcessHandle::pid)
			.orElseThrow(() -> new IllegalStateException(this.name + " does not run"));
	}

	public final String name() {
		return this.name;
	}

	public final int port() {
		return this.port;
	}

	/**
	 * All ports it listens on; the one for clients is the first.
	 */
	public List<Integer> ports() {
		return List.of(this.port);
	}

	public final ServerProcess process() {
		return this.process;
	}

	final Path folder() {
		return this.folder;
	}

	/**
	 * Whether the server serves requests at this moment.
	 */
	public abstract boolean answers();

	abstract List<String> command();

	void prepare() {
	}

	void started() {
	}

	Map<String, String> environment() {
		return Map.of();
	}

	String stopSignal() {
		return "TERM";
	}

}
