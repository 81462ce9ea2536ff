package dev.jangteo.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TestServersTests {

	@Test
	void handsOutAnEmptyDatabaseEachTime() throws Exception {

		var database = TestServers.postgres("first");

		try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password())) {
			connection.createStatement().execute("CREATE TABLE t ()");
		}

		var again = TestServers.postgres("first");

		try (var connection = DriverManager.getConnection(again.url(), again.username(), again.password())) {
			assertThat(connection.getMetaData().getTables(null, "public", "t", null).next()).isFalse();
		}
	}

	@Test
	void endsServersAndTheirDataWithAKilledJvm() throws Exception {

		var report = Files.createTempFile("report", "");
		var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), ChildJvm.class.getName(), report.toString())
			.start();

		await().atMost(java.time.Duration.ofSeconds(60)).until(() -> Files.readAllLines(report).size() == 2);

		var pid = Long.parseLong(Files.readAllLines(report).get(0));
		var folder = Path.of(Files.readAllLines(report).get(1));
		assertThat(ProcessHandle.of(pid)).isPresent();

		child.destroyForcibly().waitFor();

		await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
		await().until(() -> Files.notExists(folder));
	}

	static final class ChildJvm {

		public static void main(String[] args) throws Exception {

			var folder = TestServers.folder("child");
			var server = new RedisServer(Ports.free(), folder, ServerOptions.forTests());
			server.start();

			Files.write(Path.of(args[0]), List.of(Long.toString(server.pid()), folder.toString()));
			Thread.currentThread().join();
		}

	}

}
