package dev.jangteo.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that has to be backed up is the databases (docs/operations.md): broker, caches and
 * index start empty, and in the end every copy agrees with its owner.
 */
class BackupTests {

	private static final List<String> WITH_COPIES = List.of("member-service", "order-service", "payment-service",
			"review-service", "search-service");

	private static final List<String> MADE_AGAIN = List.of("kafka", "redis", "opensearch");

	private final Stage stage = Stage.set();

	@Test
	void theDatabasesAloneBringAnEmptyPlatformBack() {

		var here = Neighbourhood.open(this.stage);
		var order = here.order(UUID.randomUUID().toString()).expect(201).text("id");
		here.moveOn(order, "acceptance").expect(200);

		this.stage.betweenDownAndUp(BackupTests::restoreTheDatabasesAlone);

		this.stage.eventually("the order is as it was",
				() -> here.shopper().get("/api/v1/orders/" + order).expect(200).text("status").equals("ACCEPTED"));
		this.stage.eventually("the shop's page is there",
				() -> this.stage.anyone()
					.get("/api/v1/shops/" + here.shop())
					.expect(200)
					.body()
					.path("menu")
					.size() == 1);
		var operator = this.stage.operator();
		for (var service : WITH_COPIES) {
			this.stage.eventually("the copies of " + service + " agree with their owners", () -> {
				var reports = operator.send("POST", "/api/v1/ops/reconciliation?service=" + service, null, Map.of())
					.expect(200)
					.body();
				var drift = 0;
				for (var report : reports.path("items")) {
					drift += report.path("drift").asInt(-1) + report.path("left").asInt(-1);
				}
				return !reports.path("items").isEmpty() && drift == 0;
			});
		}
		assertThat(here.moveOn(order, "dispatch").status()).isEqualTo(200);
		this.stage.eventually("the next order is taken",
				() -> here.order(UUID.randomUUID().toString()).status() == 201);
	}

	private static void restoreTheDatabasesAlone(Path servers) {
		try {
			var backup = Files.createTempDirectory(servers.getParent(), "backup");
			copy(servers.resolve("postgres"), backup.resolve("postgres"));
			delete(servers.resolve("postgres"));
			for (var server : MADE_AGAIN) {
				assertThat(servers.resolve(server)).isDirectory();
				delete(servers.resolve(server));
			}
			copy(backup.resolve("postgres"), servers.resolve("postgres"));
			delete(backup);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (var files = Files.walk(from)) {
			for (var file : files.toList()) {
				var target = to.resolve(from.relativize(file));
				Files.copy(file, target);
				Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
				Files.setAttribute(target, "unix:uid", Files.getAttribute(file, "unix:uid"));
				Files.setAttribute(target, "unix:gid", Files.getAttribute(file, "unix:gid"));
			}
		}
	}

	private static void delete(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
