package dev.jangteo.events.publishing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.jayway.jsonpath.JsonPath;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.things.Broker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TakeoverTests {

	static final int SUBJECTS = 40;

	List<RelayChild> children = new ArrayList<>();

	@AfterEach
	void endChildren() {
		children.forEach(RelayChild::kill);
	}

	@Test
	void anotherRelayTakesOverFromOneThatIsKilledOrStandsStillAndNothingIsLost() throws Exception {
		Broker.SERVER.start();
		try (var admin = Admin.create(Map.of("bootstrap.servers", Broker.SERVER.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic("jangteo.parcel", 2, (short) 1))).all().get();
		}
		var database = LogDatabase.create("takeover_tests");
		var first = start(database);
		await().atMost(Duration.ofSeconds(20)).until(() -> first.active);
		var second = start(database);

		var writing = new AtomicBoolean(true);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
				var topic = new TopicReader("jangteo.parcel")) {
			var appended = threads.submit(() -> write(database, writing));
			await().until(() -> topic.read().size() > 200);
			assertThat(second.active).isFalse();

			var killed = Instant.now();
			first.kill();
			await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(5)).until(() -> second.active);
			awaitNews(topic);
			report("killed", killed);

			var third = start(database);
			await().atMost(Duration.ofSeconds(20)).until(() -> third.started);
			var stopped = Instant.now();
			second.signal("STOP");
			await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(6)).until(() -> third.active);
			awaitNews(topic);
			report("stands still", stopped);
			second.signal("CONT");
			await().atMost(Duration.ofSeconds(10)).until(() -> !second.active);

			writing.set(false);
			assertDelivered(topic, appended);
		}
	}

	private static void awaitNews(TopicReader topic) {
		int before = topic.read().size();
		await().atMost(Duration.ofSeconds(5)).until(() -> topic.read().size() > before + 50);
	}

	private static void report(String how, Instant since) {
		System.out.println("Takeover from a relay that is/was " + how + ": "
				+ Duration.between(since, Instant.now()).toMillis() + " ms until sending again");
	}

	private void assertDelivered(TopicReader topic, Future<Map<String, Long>> appended) throws Exception {
		var last = appended.get();
		var seen = new HashMap<String, HashSet<Long>>();
		long sum = last.values().stream().mapToLong(Long::longValue).sum();
		var counted = new AtomicInteger();
		await().atMost(Duration.ofSeconds(40)).until(() -> {
			var records = topic.read();
			for (var message : records.subList(counted.get(), records.size())) {
				seen.computeIfAbsent(message.key(), _ -> new HashSet<>()).add(version(message.value()));
			}
			counted.set(records.size());
			return seen.values().stream().mapToLong(HashSet::size).sum() == sum;
		});
		System.out.println(sum + " notifications appended, " + counted.get() + " sent");
		// A relay begins again at its cursor, so versions may come twice, but none comes
		// first after a later one.
		var highest = new HashMap<String, Long>();
		for (var message : topic.records) {
			var version = version(message.value());
			var before = highest.getOrDefault(message.key(), 0L);
			assertThat(version).isLessThanOrEqualTo(before + 1);
			highest.put(message.key(), Math.max(before, version));
		}
	}

	private static long version(String event) {
		return JsonPath.<Number>read(event, "$.subjectversion").longValue();
	}

	private static Map<String, Long> write(LogDatabase database, AtomicBoolean writing) throws SQLException {
		var versions = new HashMap<String, Long>();
		var subjects = new ArrayList<UUID>();
		for (int i = 0; i < SUBJECTS; i++) {
			subjects.add(UuidV7.next());
		}
		try (var connection = database.open()) {
			for (int i = 0; writing.get() || i < SUBJECTS; i++) {
				var subject = subjects.get(i % SUBJECTS);
				LogDatabase.append(connection, "parcel", subject, versions.merge(subject.toString(), 1L, Long::sum));
				LockSupport.parkNanos(1_000_000);
			}
		}
		return versions;
	}

	private RelayChild start(LogDatabase database) throws IOException {
		var child = new RelayChild(database);
		children.add(child);
		return child;
	}

	private static final class RelayChild {

		private final Process process;

		volatile boolean active;

		volatile boolean started;

		RelayChild(LogDatabase database) throws IOException {
			var address = database.address();
			process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
					"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					RelayProcess.class.getName(), address.url(), address.username(), address.password(),
					Broker.SERVER.bootstrapServers())
				.redirectErrorStream(true)
				.start();
			Thread.ofVirtual().start(this::watch);
		}

		private void watch() {
			try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					started = true;
					if (line.equals("ACTIVE") || line.equals("STANDBY")) {
						active = line.equals("ACTIVE");
					}
				}
			}
			catch (IOException ex) {
				active = false;
			}
		}

		void signal(String signal) throws IOException, InterruptedException {
			new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
		}

		void kill() {
			process.destroyForcibly();
		}

	}

}
