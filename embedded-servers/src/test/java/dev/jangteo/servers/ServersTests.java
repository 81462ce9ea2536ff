package dev.jangteo.servers;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Each server starts, answers, is killed and comes back with what it had acknowledged.
 */
class ServersTests {

	private static final ServerOptions DURABLE = ServerOptions.forTests().withDurability();

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	Path folder;

	@Test
	void postgresKeepsRowsOverAKill() throws Exception {

		var server = new PostgresServer(Ports.free(), this.folder, DURABLE, "secret");
		server.start();

		var database = server.createDatabase("order_service", "s3cret'");

		try (var connection = connect(database); var statement = connection.createStatement()) {
			statement.execute("CREATE TABLE word (text text)");
			statement.execute("INSERT INTO word VALUES ('장터')");
		}

		server.kill();
		assertThat(server.answers()).isFalse();
		server.start();

		try (var connection = connect(database); var statement = connection.createStatement()) {
			var rows = statement.executeQuery("SELECT text FROM word");
			assertThat(rows.next()).isTrue();
			assertThat(rows.getString(1)).isEqualTo("장터");
		}

		assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
			.allSatisfy((setting) -> assertThat(server.show(setting)).isEqualTo("on"));
		assertThat(server.show("max_connections")).isEqualTo("200");

		assertThatExceptionOfType(SQLException.class).as("a wrong password")
			.isThrownBy(() -> connect(new Database(database.url(), database.username(), "wrong")));

		server.stop();
		assertThat(server.isRunning()).isFalse();
	}

	@Test
	void postgresSaysWhoTakesItsPort() throws Exception {

		try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

			var server = new PostgresServer(taken.getLocalPort(), this.folder, DURABLE, "secret");

			assertThatExceptionOfType(ServerFailed.class).isThrownBy(server::start)
				.withMessageContaining("Port " + taken.getLocalPort());
		}
	}

	@Test
	void postgresComesBackWhenItsLastNumberIsSomebodyElses() throws Exception {

		var server = new PostgresServer(Ports.free(), this.folder, ServerOptions.forTests(), "secret");
		server.start();
		server.kill();

		var file = this.folder.resolve("data/postmaster.pid");
		Files.writeString(file,
				Files.readString(file).replaceFirst("[0-9]+", Long.toString(ProcessHandle.current().pid())));

		server.start();
		assertThat(server.answers()).isTrue();
		server.stop();
	}

	@Test
	void postgresMakesItsDataFolderAnewAfterAnInterruptedStart() throws Exception {

		Files.createDirectories(this.folder.resolve("data.new/base"));
		Files.writeString(this.folder.resolve("data.new/PG_VERSION"), "18");

		var server = new PostgresServer(Ports.free(), this.folder, ServerOptions.forTests(), "secret");
		server.start();

		assertThat(server.answers()).isTrue();
		server.stop();
	}

	@Test
	void kafkaKeepsRecordsOverAKill() throws Exception {

		var server = new KafkaServer(Ports.free(), Ports.free(), this.folder, DURABLE);
		server.start();

		Map<String, Object> client = Map.of("bootstrap.servers", server.bootstrapServers());

		try (var admin = Admin.create(client)) {
			admin.createTopics(List.of(new NewTopic("words", 1, (short) 1))).all().get();
		}

		try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>("words", "장터")).get();
		}

		server.kill();
		assertThat(server.answers()).isFalse();
		server.start();

		try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {

			var partition = new TopicPartition("words", 0);
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));

			await().untilAsserted(
					() -> assertThat(consumer.poll(Duration.ofSeconds(1))).extracting("value").containsExactly("장터"));
		}

		server.stop();
	}

	@Test
	void redisKeepsKeysOverAKill() throws Exception {

		var server = new RedisServer(Ports.free(), this.folder, DURABLE);
		server.start();

		assertThat(redis(server, "SET word jangteo")).isEqualTo("+OK");

		server.kill();
		assertThat(server.answers()).isFalse();
		server.start();

		assertThat(redis(server, "STRLEN word")).isEqualTo(":7");

		server.suspend();
		assertThat(server.answers()).isFalse();
		server.resume();
		await().until(server::answers);

		server.stop();
	}

	@Test
	void openSearchUnderstandsKoreanAndKeepsDocumentsOverAKill() throws Exception {

		var server = new OpenSearchServer(Ports.free(), Ports.free(), this.folder, DURABLE);
		server.start();

		assertThat(send("PUT", server.url() + "/goods",
				"""
						{"settings":{"number_of_replicas":0,"analysis":{
						  "tokenizer":{"ko":{"type":"nori_tokenizer","decompound_mode":"mixed"}},
						  "analyzer":{"korean":{"type":"custom","tokenizer":"ko","filter":["nori_part_of_speech","lowercase"]}}}},
						 "mappings":{"properties":{"name":{"type":"text","analyzer":"korean"}}}}
						""")
			.statusCode()).isEqualTo(200);
		assertThat(send("PUT", server.url() + "/goods/_doc/1", "{\"name\":\"무선이어폰을 팝니다\"}").statusCode())
			.isEqualTo(201);

		server.kill();
		assertThat(server.answers()).isFalse();
		server.start();

		assertThat(send("POST", server.url() + "/goods/_search", "{\"query\":{\"match\":{\"name\":\"이어폰\"}}}").body())
			.contains("무선이어폰을 팝니다");

		server.stop();
	}

	@Test
	void objectStorageKeepsObjectsOverAKill() throws Exception {

		var server = new S3Server(Ports.free(), this.folder, DURABLE, "access", "secret");
		server.start();

		var bucket = server.objectStorage().endpoint() + "/pictures";

		assertThat(signed("PUT", bucket, "").statusCode()).isEqualTo(200);
		assertThat(signed("PUT", bucket + "/1.txt", "장터").statusCode()).isEqualTo(200);
		assertThat(send("GET", bucket + "/1.txt", "").statusCode()).as("without a signature").isEqualTo(403);

		server.kill();
		assertThat(server.answers()).isFalse();
		server.start();

		assertThat(signed("GET", bucket + "/1.txt", "").body()).isEqualTo("장터");

		server.stop();
	}

	private static Connection connect(Database database) throws SQLException {
		return DriverManager.getConnection(database.url(), database.username(), database.password());
	}

	private static String redis(RedisServer server, String command) throws Exception {

		try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
			socket.getOutputStream().write((command + "\r\n").getBytes());
			return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
		}
	}

	private HttpResponse<String> send(String method, String url, String body) throws Exception {
		return this.http.send(HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> signed(String method, String url, String body) throws Exception {
		return this.http.send(SignedRequests.of(method, URI.create(url), body, "access", "secret"),
				BodyHandlers.ofString());
	}

}
