package dev.jangteo.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One server of each kind for all tests of this JVM, started when first asked for, on a
 * free port, and gone with the JVM together with its data. With {@code -Ptestcontainers}
 * they are containers.
 */
public final class TestServers {

	private static final String PASSWORD = "postgres";

	private TestServers() {
	}

	/**
	 * Makes an empty database, or empties the one of this name.
	 */
	public static Database postgres(String database) {

		var server = Postgres.SERVER;

		server.dropDatabase(database);
		return server.createDatabase(database, database);
	}

	/**
	 * The bootstrap servers. Topics are not made by use.
	 */
	public static String kafka() {
		return Kafka.SERVER.bootstrapServers();
	}

	public static String redis() {
		return Redis.SERVER.url();
	}

	public static String openSearch() {
		return OpenSearch.SERVER.url();
	}

	public static ObjectStorage objectStorage() {
		return S3.SERVER.objectStorage();
	}

	/**
	 * A folder that is deleted when this JVM is gone.
	 */
	public static Path folder(String name) {

		try {
			var folder = Files.createTempDirectory("jangteo-" + name + "-");
			Reaper.deletes(folder);
			return folder;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static <S extends Server> S started(S server) {

		// Containers is not even loaded without the profile, which alone brings its
		// library.
		if (Boolean.getBoolean("jangteo.testcontainers")) {
			Containers.start(server, PASSWORD);
		}
		else {
			server.start();
		}

		return server;
	}

	private static final class Postgres {

		private static final PostgresServer SERVER = started(
				new PostgresServer(Ports.free(), folder("postgres"), ServerOptions.forTests(), PASSWORD));

	}

	private static final class Kafka {

		private static final KafkaServer SERVER = started(
				new KafkaServer(Ports.free(), Ports.free(), folder("kafka"), ServerOptions.forTests()));

	}

	private static final class Redis {

		private static final RedisServer SERVER = started(
				new RedisServer(Ports.free(), folder("redis"), ServerOptions.forTests()));

	}

	private static final class OpenSearch {

		private static final OpenSearchServer SERVER = started(
				new OpenSearchServer(Ports.free(), Ports.free(), folder("opensearch"), ServerOptions.forTests()));

	}

	private static final class S3 {

		private static final S3Server SERVER = started(
				new S3Server(Ports.free(), folder("s3"), ServerOptions.forTests(), "test-access", "test-secret"));

	}

}
