package dev.jangteo.servers.s3;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.gaul.s3proxy.Main;

/**
 * Serves the folder {@code S3_DATA} of the environment at {@code S3_LISTEN} (such as
 * {@code http://127.0.0.1:9000}) to whoever signs with {@code S3_ACCESS_KEY} and
 * {@code S3_SECRET_KEY}.
 */
public final class ObjectStorage {

	private ObjectStorage() {
	}

	public static void main(String[] args) throws Exception {

		var folder = Files.createDirectories(Path.of(environment("S3_DATA")));
		var settings = new Properties();

		settings.setProperty("s3proxy.endpoint", environment("S3_LISTEN"));
		settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
		settings.setProperty("s3proxy.identity", environment("S3_ACCESS_KEY"));
		settings.setProperty("s3proxy.credential", environment("S3_SECRET_KEY"));
		settings.setProperty("jclouds.provider", "filesystem-nio2");
		settings.setProperty("jclouds.filesystem.basedir", folder.toString());
		settings.setProperty("jclouds.identity", "unused");
		settings.setProperty("jclouds.credential", "unused");

		var file = Files.createTempFile("s3", ".properties");

		try (var out = Files.newOutputStream(file)) {
			settings.store(out, null);
		}

		file.toFile().deleteOnExit();
		Main.main(new String[] { "--properties", file.toString() });
	}

	private static String environment(String name) {

		var value = System.getenv(name);

		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("The environment variable " + name + " is missing");
		}

		return value;
	}

}
