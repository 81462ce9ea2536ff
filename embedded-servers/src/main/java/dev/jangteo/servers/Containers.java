package dev.jangteo.servers;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * The servers of the tests as their makers' images, on the same ports of 127.0.0.1, where
 * tests are asked to run on them: {@code mvn verify -Ptestcontainers}. The object storage
 * is our own in any case and stays a process.
 */
final class Containers {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private Containers() {
	}

	/** What is to hold the server's place, or nothing, if it is a process as ever. */
	static void start(Server server, String password) {

		switch (server) {
			case PostgresServer _ -> run(image("postgres:18"), server, 5432, Map.of("POSTGRES_PASSWORD", password),
					List.of("postgres", "-c", "max_connections=300"),
					// The first one is of the server that runs the scripts of the first
					// start.
					Wait.forLogMessage(".*ready to accept connections.*\\n", 2));
			case RedisServer _ -> run(image("redis:8"), server, 6379, Map.of(), List.of("redis-server"),
					Wait.forLogMessage(".*Ready to accept connections.*\\n", 1));
			case KafkaServer kafka -> run(image("apache/kafka:4.2.1"), server, 9092, brokerOf(kafka), List.of(),
					Wait.forLogMessage(".*Kafka Server started.*\\n", 1));
			case OpenSearchServer _ -> run(withNori(), server, 9200,
					Map.of("discovery.type", "single-node", "DISABLE_SECURITY_PLUGIN", "true",
							"DISABLE_INSTALL_DEMO_CONFIG", "true", "OPENSEARCH_JAVA_OPTS", "-Xms384m -Xmx384m",
							"action.auto_create_index", "false"),
					List.of(), Wait.forHttp("/_cluster/health").forPort(9200));
			case S3Server _ -> server.start();
		}
	}

	private static void run(GenericContainer<?> container, Server server, int port, Map<String, String> environment,
			List<String> command, WaitStrategy isUp) {

		container.withEnv(environment).waitingFor(isUp.withStartupTimeout(PATIENCE));
		container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(server.port(), port)));

		if (!command.isEmpty()) {
			container.withCommand(command.toArray(String[]::new));
		}

		container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
	}

	private static GenericContainer<?> image(String name) {
		return new GenericContainer<>(DockerImageName.parse(name));
	}

	private static GenericContainer<?> withNori() {
		return new GenericContainer<>(new ImageFromDockerfile("jangteo/opensearch-nori-tests", false)
			.withDockerfileFromBuilder((file) -> file.from("opensearchproject/opensearch:3.8.0")
				.run("opensearch-plugin install --batch analysis-nori")));
	}

	/** It tells its clients the address on which the tests reach it. */
	private static Map<String, String> brokerOf(KafkaServer kafka) {
		return Map.ofEntries(Map.entry("KAFKA_NODE_ID", "1"), Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
				Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
				Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
				Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
				Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + kafka.bootstrapServers()),
				Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
				Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"), Map.entry("KAFKA_NUM_PARTITIONS", "1"),
				Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
				Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1"),
				Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
				Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
				Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
				Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
				Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
				Map.entry("KAFKA_HEAP_OPTS", "-Xmx256m -Xms256m"));
	}

}
