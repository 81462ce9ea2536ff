package dev.jangteo.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords and keys of one platform, made up when first asked for and kept in a file
 * that only its owner can read.
 */
public final class Secrets {

	private static final int BYTES = 36;

	private final Path file;

	private final Properties values = new Properties();

	private final SecureRandom random = new SecureRandom();

	Secrets(Path folder) {

		this.file = folder.resolve("secrets.properties");

		if (Files.exists(this.file)) {
			try (var in = Files.newBufferedReader(this.file)) {
				this.values.load(in);
			}
			catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	public synchronized String get(String name) {

		var known = this.values.getProperty(name);

		if (known != null) {
			return known;
		}

		var bytes = new byte[BYTES];
		this.random.nextBytes(bytes);

		var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.values.setProperty(name, made);
		store();

		return made;
	}

	private void store() {

		try {

			Files.createDirectories(this.file.getParent());

			var draft = Files.createTempFile(this.file.getParent(), "secrets", ".new",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

			try (var out = Files.newBufferedWriter(draft)) {
				this.values.store(out, null);
			}

			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

}
