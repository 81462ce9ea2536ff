package dev.jangteo.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process known by the file {@code NAME.pid} of a folder, so that another JVM finds it
 * again. The file remembers when the process started: a pid that the system has given to
 * somebody else since is not taken for ours. Output goes to {@code NAME.log} beside it.
 */
public final class ServerProcess {

	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

	private static final int LAST_LINES = 6;

	private static final int LONGEST_LINE = 1600;

	private static final Pattern TROUBLE = Pattern
		.compile("\\bERROR\\b|FATAL|FAILED|Exception in thread|OutOfMemoryError:");

	private final String name;

	private final Path folder;

	private final Lifetime lifetime;

	public ServerProcess(String name, Path folder, Lifetime lifetime) {

		this.name = name;
		this.folder = folder.toAbsolutePath();
		this.lifetime = lifetime;
	}

	/**
	 * Starts the command with its output going to the log; what was in the log stays as
	 * {@code NAME.log.1}.
	 */
	public void start(List<String> command, Map<String, String> environment) {

		if (running().isPresent()) {
			throw new IllegalStateException(this.name + " is running already");
		}

		try {

			Files.createDirectories(this.folder);

			if (Files.exists(log())) {
				Files.move(log(), this.folder.resolve(this.name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
			}

			var builder = new ProcessBuilder(detachable(command)).directory(this.folder.toFile())
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
				.redirectErrorStream(true)
				.redirectOutput(log().toFile());
			builder.environment().putAll(environment);

			var process = builder.start().toHandle();

			if (this.lifetime == Lifetime.WITH_THIS_JVM) {
				Reaper.ends(process.pid());
			}

			remember(process);
		}
		catch (IOException e) {
			throw new ServerFailed("%s could not be started: %s".formatted(this.name, e.getMessage()), e);
		}
	}

	/**
	 * Waits until the process is ready.
	 * @throws ServerFailed when it ends or stays unready; the message holds its last
	 * words
	 */
	public void await(BooleanSupplier ready, Duration patience) {

		var deadline = Instant.now().plus(patience);

		while (!ready.getAsBoolean()) {

			if (running().isEmpty()) {
				throw new ServerFailed(
						"%s ended while it started. Its log (%s) says:%n%s".formatted(this.name, log(), lastWords()));
			}

			if (Instant.now().isAfter(deadline)) {
				throw new ServerFailed("%s is not ready after %d s. Its log (%s) says:%n%s".formatted(this.name,
						patience.toSeconds(), log(), lastWords()));
			}

			pause();
		}
	}

	public Optional<ProcessHandle> running() {

		try {

			var words = Files.readString(pidFile()).strip().split(" ", 2);
			var started = Instant.parse(words[1]);

			return ProcessHandle.of(Long.parseLong(words[0]))
				.filter(ProcessHandle::isAlive)
				.filter((process) -> !isZombie(process.pid()))
				.filter((process) -> process.info()
					.startInstant()
					.map((at) -> Duration.between(started, at).abs().compareTo(CLOCK_TOLERANCE) <= 0)
					.orElse(true));
		}
		catch (IOException | RuntimeException e) {
			// No file, or one that was cut off by a crash: nothing of ours runs.
			return Optional.empty();
		}
	}

	/**
	 * Asks the process to end with the given signal, and ends it by force when it does
	 * not do so in time.
	 * @return whether it ended by itself
	 */
	public boolean stop(String signal, Duration patience) {

		var process = running();

		if (process.isEmpty()) {
			forget();
			return true;
		}

		resume();
		signal(signal, Stream.of(process.get()));

		if (ended(process.get(), patience)) {
			forget();
			return true;
		}

		kill();
		return false;
	}

	/**
	 * Ends the process and all its children at once, as kill -9 does.
	 */
	public void kill() {

		running().ifPresent((process) -> {
			var family = family(process);
			signal("KILL", family.stream());
			family.forEach((member) -> ended(member, Duration.ofSeconds(10)));
		});

		forget();
	}

	/**
	 * Stops the clock of the process and its children, as a long pause of the machine
	 * would.
	 */
	public void suspend() {
		running().ifPresent((process) -> signal("STOP", family(process).stream()));
	}

	public void resume() {
		running().ifPresent((process) -> signal("CONT", family(process).reversed().stream()));
	}

	/**
	 * Resident memory of the process and its children in bytes; 0 where the system does
	 * not tell. Pages that several of them share are divided among them where the system
	 * tells.
	 */
	public long memory() {
		return running().map((process) -> family(process).stream().mapToLong((member) -> memory(member.pid())).sum())
			.orElse(0L);
	}

	public Path log() {
		return this.folder.resolve(this.name + ".log");
	}

	private static boolean ended(ProcessHandle process, Duration patience) {

		var deadline = Instant.now().plus(patience);

		while (process.isAlive() && !isZombie(process.pid())) {

			if (Instant.now().isAfter(deadline)) {
				return false;
			}

			pause();
		}

		return true;
	}

	// A child of a process that does not wait for it stays in the table after its end.
	// It holds its ports until its last thread is gone, which may be after the first.
	private static boolean isZombie(long pid) {

		try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
			var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z' && threads.count() <= 1;
		}
		catch (IOException | UncheckedIOException | IndexOutOfBoundsException e) {
			return false;
		}
	}

	private static List<ProcessHandle> family(ProcessHandle process) {

		var family = new ArrayList<ProcessHandle>();
		family.add(process);
		process.descendants().forEach(family::add);
		return Collections.unmodifiableList(family);
	}

	private static void signal(String signal, Stream<ProcessHandle> processes) {

		var command = new ArrayList<>(List.of("kill", "-" + signal));
		processes.forEach((process) -> command.add(Long.toString(process.pid())));

		try {
			new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor(10, TimeUnit.SECONDS);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static long memory(long pid) {
		return kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:")
			.or(() -> kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:"))
			.orElse(0L) * 1024;
	}

	private static Optional<Long> kilobytes(Path file, String field) {

		try (var lines = Files.lines(file)) {
			return lines.filter((line) -> line.startsWith(field))
				.map((line) -> Long.valueOf(line.replaceAll("[^0-9]", "")))
				.findFirst();
		}
		catch (IOException | UncheckedIOException e) {
			return Optional.empty();
		}
	}

	// A session of its own keeps the signals of the caller's terminal away.
	private List<String> detachable(List<String> command) {

		if (this.lifetime == Lifetime.WITH_THIS_JVM) {
			return command;
		}

		var detached = new ArrayList<String>();
		detached.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "/usr/bin/setsid" : "nohup");
		detached.addAll(command);
		return detached;
	}

	private void remember(ProcessHandle process) throws IOException {

		var started = process.info().startInstant().orElseGet(Instant::now);
		var draft = this.folder.resolve(this.name + ".pid.new");

		Files.writeString(draft, process.pid() + " " + started + "\n");
		Files.move(draft, pidFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private void forget() {

		try {

			if (this.lifetime == Lifetime.WITH_THIS_JVM && Files.exists(pidFile())) {
				Reaper.forgets(Long.parseLong(Files.readString(pidFile()).split(" ", 2)[0]));
			}

			Files.deleteIfExists(pidFile());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Path pidFile() {
		return this.folder.resolve(this.name + ".pid");
	}

	private String lastWords() {

		try {
			var lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines().toList();
			var telling = lines.stream().filter((line) -> TROUBLE.matcher(line).find()).toList();
			var chosen = telling.isEmpty() ? lines : telling;

			return chosen.stream()
				.skip(Math.max(0, chosen.size() - LAST_LINES))
				.map(ServerProcess::shortened)
				.collect(Collectors.joining("\n"));
		}
		catch (IOException e) {
			return "(nothing)";
		}
	}

	// What went wrong stands at the beginning of a line, and its first cause at the end.
	private static String shortened(String line) {
		return (line.length() <= LONGEST_LINE) ? line
				: line.substring(0, LONGEST_LINE / 2) + " … " + line.substring(line.length() - LONGEST_LINE / 2);
	}

	private static void pause() {

		try {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ServerFailed("Interrupted while waiting for a process", e);
		}
	}

}
