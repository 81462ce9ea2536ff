package dev.jangteo.payment.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.jangteo.payment.faults.Killing.Place;
import dev.jangteo.payment.support.Ports;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;

import static org.awaitility.Awaitility.await;

/**
 * Further instances of the service, one after another, each of which kills itself at
 * another place.
 */
final class Killed implements AutoCloseable {

	/** A refund is rarer than a charge. */
	private static final int LONGEST_LIFE_IN_CHARGES = 30;

	private static final int LONGEST_LIFE_IN_REFUNDS = 4;

	private static final int KILLED = 137;

	private static final Duration START = Duration.ofMinutes(5);

	private final Map<String, String> properties;

	private final Random random;

	private final List<Place> places;

	private final int times;

	private final Map<Place, Integer> died = new EnumMap<>(Place.class);

	private final int port = Ports.notGivenAway();

	private volatile boolean isReady;

	private volatile boolean isOver;

	private final Thread thread;

	private Killed(Map<String, String> properties, Random random, List<Place> places, int times) {
		this.properties = properties;
		this.random = random;
		this.places = places;
		this.times = times;
		this.thread = Thread.ofVirtual().name("killed").start(this::run);
	}

	/** An instance for each of the places, so many times. */
	static Killed oneAfterAnother(Map<String, String> properties, Random random, List<Place> places, int times) {
		return new Killed(properties, random, places, times);
	}

	/** Where an instance can be reached, if one can. */
	OptionalInt port() {
		return isReady ? OptionalInt.of(port) : OptionalInt.empty();
	}

	/** Waits until an instance can be reached, unless all have died. */
	void awaitTheNext() {
		await().atMost(START).until(() -> isReady || haveDiedEverywhere());
	}

	/** Whether so many instances have died at each of the places. */
	synchronized boolean haveDiedEverywhere() {
		return places.stream().allMatch((place) -> died.getOrDefault(place, 0) >= times);
	}

	/** How many have died where. */
	synchronized Map<Place, Integer> deaths() {
		return Map.copyOf(died);
	}

	private void run() {
		for (var number = 0; !isOver && number < places.size() * times; number++) {
			live(number, places.get(number % places.size()));
		}
	}

	private void live(int number, Place place) {
		var process = start(number, place);
		try {
			while (!process.waitFor(100, TimeUnit.MILLISECONDS) && !isOver) {
				isReady = isReady || answers();
			}
			if (!isOver && process.exitValue() != KILLED) {
				throw new IllegalStateException("The instance has ended by itself: " + process.exitValue());
			}
			if (!isOver) {
				synchronized (this) {
					died.merge(place, 1, Integer::sum);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			isReady = false;
			process.destroyForcibly();
		}
	}

	private Process start(int number, Place place) {
		var life = 1
				+ random.nextInt(place.name().startsWith("CHARGE") ? LONGEST_LIFE_IN_CHARGES : LONGEST_LIFE_IN_REFUNDS);
		var all = new HashMap<>(properties);
		all.put("spring.profiles.active", "local");
		all.put("server.port", Integer.toString(port));
		all.put(Killing.PLACE, place.name());
		all.put(Killing.TIME, Integer.toString(life));
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				KilledService.class.getName()));
		all.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(new File(TestServers.folder("killed-" + number).toFile(), "log"))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean answers() {
		try {
			return new Calls(port, null).get("/actuator/health/readiness").status() == 200;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/** Kills the last one, too. */
	@Override
	public void close() {
		isOver = true;
		try {
			thread.join(Duration.ofSeconds(10));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
