package dev.jangteo.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the project's folder is: the system property {@code jangteo.checkout}, else the
 * nearest folder upwards from the working directory that holds this module.
 */
public final class Checkout {

	private static final String MARK = "embedded-servers/kafka/pom.xml";

	private Checkout() {
	}

	public static Path folder() {

		var configured = System.getProperty("jangteo.checkout");

		if (configured != null) {
			return Path.of(configured).toAbsolutePath().normalize();
		}

		for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {

			if (Files.exists(folder.resolve(MARK))) {
				return folder;
			}
		}

		throw new ServerFailed("The project's folder was not found upwards from " + Path.of("").toAbsolutePath()
				+ ". Start inside it or set -Djangteo.checkout.");
	}

}
