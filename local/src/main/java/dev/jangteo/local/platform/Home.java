package dev.jangteo.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import dev.jangteo.servers.Checkout;
import dev.jangteo.servers.Lifetime;
import dev.jangteo.servers.ServerFailed;

/**
 * Where one platform keeps its files, and by how much its ports are shifted.
 *
 * @param folder everything the platform writes is in here
 * @param portOffset added to every documented port
 * @param lifetime how long its processes live
 */
public record Home(Path folder, int portOffset, Lifetime lifetime) {

	private static final int HIGHEST_OFFSET = 40_000;

	public Home {

		folder = folder.toAbsolutePath().normalize();

		if (portOffset < -7000 || portOffset > HIGHEST_OFFSET) {
			throw new IllegalArgumentException("JANGTEO_PORT_OFFSET must be between -7000 and " + HIGHEST_OFFSET);
		}
	}

	/**
	 * The folder {@code JANGTEO_HOME}, or {@code .jangteo} of the checkout; the offset
	 * {@code JANGTEO_PORT_OFFSET}, or the one the platform in this folder was started
	 * with.
	 */
	public static Home ofEnvironment() {

		var folder = System.getenv("JANGTEO_HOME");
		var offset = System.getenv("JANGTEO_PORT_OFFSET");
		var home = new Home(
				(folder != null && !folder.isBlank()) ? Path.of(folder) : Checkout.folder().resolve(".jangteo"), 0,
				Lifetime.UNTIL_STOPPED);

		if (offset == null || offset.isBlank()) {
			return home.withPortOffset(home.rememberedOffset());
		}

		try {
			return home.withPortOffset(Integer.parseInt(offset.strip()));
		}
		catch (NumberFormatException e) {
			throw new ServerFailed("JANGTEO_PORT_OFFSET is \"" + offset + "\". Give it a whole number such as 1000.",
					e);
		}
	}

	public Home withPortOffset(int offset) {
		return new Home(this.folder, offset, this.lifetime);
	}

	public int port(int documented) {
		return documented + this.portOffset;
	}

	/**
	 * The data of the servers.
	 */
	public Path servers() {
		return this.folder.resolve("servers");
	}

	/**
	 * The services' jars, logs and process ids.
	 */
	public Path services() {
		return this.folder.resolve("services");
	}

	/**
	 * Makes later commands find the platform where this one put it.
	 */
	void rememberOffset() {

		var memory = new Properties();
		memory.setProperty("port-offset", Integer.toString(this.portOffset));

		try {
			Files.createDirectories(this.folder);
			try (var out = Files.newBufferedWriter(memory())) {
				memory.store(out, null);
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private int rememberedOffset() {

		if (!Files.exists(memory())) {
			return 0;
		}

		var memory = new Properties();

		try (var in = Files.newBufferedReader(memory())) {
			memory.load(in);
			return Integer.parseInt(memory.getProperty("port-offset", "0"));
		}
		catch (IOException | NumberFormatException e) {
			return 0;
		}
	}

	private Path memory() {
		return this.folder.resolve("platform.properties");
	}

}
