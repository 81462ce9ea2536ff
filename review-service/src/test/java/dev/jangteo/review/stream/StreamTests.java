package dev.jangteo.review.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.defaults.storage.StorageAway;
import dev.jangteo.review.support.SecondInstance;
import dev.jangteo.review.support.ServiceTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.s3.S3Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class StreamTests extends ServiceTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private WriteHours writeHours;

	@Autowired
	private StreamJob job;

	@Autowired
	private Lease lease;

	@Autowired
	private S3Client storage;

	@AfterEach
	void storageIsBack() {
		if (!STORAGE.isRunning()) {
			STORAGE.start();
		}
	}

	@Test
	void everyChangeStandsInTheFileOfItsHourWithAManifest() throws Exception {
		var review = written(4, "First words");
		shopper().patch(review.header("Location"), Map.of("stars", 2), review.etag());

		write();

		var text = file("changes.jsonl", review.at("createdAt"));
		var lines = lines(text, review.at("id"));
		assertThat(lines).extracting((line) -> line.at("/change").asString()).containsExactly("written", "edited");
		assertThat(lines).extracting((line) -> line.at("/stars").asInt()).containsExactly(4, 2);
		assertThat(lines).extracting((line) -> line.at("/id").asString()).doesNotHaveDuplicates();
		var manifest = JSON.readTree(file("_manifest.json", review.at("createdAt")));
		assertThat(manifest.at("/count").asLong()).isEqualTo(text.lines().count());
		assertThat(manifest.at("/sha256").asString()).isEqualTo(sha256(text));
		assertThat(manifest.at("/bytes").asInt()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
	}

	@Test
	void anHourIsNotWrittenBeforeItIsOver() throws Exception {
		write();
		written(4, "Too early");

		assertThat(writeHours.write(Instant.now())).isZero();
		assertThat(write()).isEqualTo(1);
		assertThat(write()).isZero();
	}

	@Test
	void anOutageOfTheStorageIsCaughtUp() throws Exception {
		write();
		var review = written(4, "During the outage");
		STORAGE.kill();
		assertThatExceptionOfType(StorageAway.class).isThrownBy(this::write);
		job.run();
		STORAGE.start();

		await().ignoreExceptions().until(() -> write() == 1);
		assertThat(lines(file("changes.jsonl", review.at("createdAt")), review.at("id"))).hasSize(1);
	}

	@Test
	void aRowThatComesLateJoinsItsHour() throws Exception {
		var review = written(4, "In time");
		write();
		var late = written(4, "Too late");
		write();

		var text = file("changes.jsonl", review.at("createdAt"));
		assertThat(lines(text, review.at("id"))).hasSize(1);
		assertThat(lines(text, late.at("id"))).hasSize(1);
	}

	@Test
	void whatAnErasedOrDeletingAuthorWroteDisappearsFromTheFiles() throws Exception {
		var member = shopperId.toString();
		var erased = written(Map.of("orderId", aDeliveredOrder(), "stars", 4, "text", "canary one", "authorName",
				"Canary", "photos", List.of(UUID.randomUUID())));
		var deleted = written(5, "canary two");
		write();
		assertThat(file("changes.jsonl", erased.at("createdAt"))).contains("canary one", "canary two", "Canary",
				member);

		shopper().delete(deleted.header("Location"), deleted.etag());
		erased(shopperId);
		write();

		var text = file("changes.jsonl", erased.at("createdAt"));
		assertThat(text).doesNotContain("canary one", "canary two", "Canary", member);
		assertThat(lines(text, erased.at("id"))).extracting((line) -> line.at("/stars").asInt()).containsExactly(4, 4);
		assertThat(lines(text, deleted.at("id"))).extracting((line) -> line.at("/change").asString())
			.containsExactly("written", "deleted");
	}

	@Test
	void whatIsErasedWhileItsFileIsOnTheWayIsDueAgain() throws Exception {
		var review = written(4, "overtaken canary");
		write();
		jdbc.sql("update review_changes set stored = true, revision = revision + 1 where review_id = ?::uuid")
			.param(review.at("id"))
			.update();
		var hour = jdbc.sql("select hour::text from review_changes where review_id = ?::uuid")
			.param(review.at("id"))
			.query(String.class)
			.single();
		writeHours.remember(jdbc.sql("select position, 0 as revision from review_changes where hour = ?::timestamptz")
			.param(hour)
			.query(WriteHours.Row.class)
			.list());

		assertThat(writeHours.due(later())).isNotEmpty();
		assertThat(write()).isPositive();
		assertThat(writeHours.due(later())).isEmpty();
	}

	@Test
	void oneInstanceAtATimeWrites() throws Exception {
		written(4, "Once");
		assertThat(lease.take()).isTrue();
		try {
			assertThat(SecondInstance.bean(WriteHours.class).write(later())).isZero();
		}
		finally {
			lease.giveBack();
		}
		assertThat(SecondInstance.bean(WriteHours.class).write(later())).isPositive();
	}

	private int write() throws IOException {
		return writeHours.write(later());
	}

	private static Instant later() {
		return Instant.now().plus(Duration.ofMinutes(61));
	}

	private String file(String name, String when) {
		var hour = DateTimeFormatter.ofPattern("'reviews/day='uuuu-MM-dd'/hour='HH'/'")
			.withZone(ZoneOffset.UTC)
			.format(Instant.parse(when));
		return storage.getObjectAsBytes((request) -> request.bucket("jangteo-reviews").key(hour + name)).asUtf8String();
	}

	private static List<JsonNode> lines(String text, String review) {
		return text.lines()
			.map(JSON::readTree)
			.filter((line) -> line.at("/reviewId").asString().equals(review))
			.toList();
	}

	private static String sha256(String text) throws NoSuchAlgorithmException {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

}
