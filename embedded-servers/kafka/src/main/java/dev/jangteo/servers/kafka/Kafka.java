package dev.jangteo.servers.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one KRaft node on {@code args[1]} (controller on {@code args[2]}), with its log
 * under the folder {@code args[0]}, until the process is asked to end.
 */
public final class Kafka {

	private Kafka() {
	}

	public static void main(String[] args) throws Exception {

		var folder = Path.of(args[0]);
		var settings = settings(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2]));

		format(folder, settings);

		var node = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
		Runtime.getRuntime().addShutdownHook(new Thread(node::shutdown, "shutdown"));

		node.startup();
		System.out.println("kafka is up");
		node.awaitShutdown();
	}

	private static Properties settings(Path folder, int port, int controllerPort) {

		var settings = new Properties();

		settings.setProperty("process.roles", "broker,controller");
		settings.setProperty("node.id", "1");
		settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
		settings.setProperty("controller.listener.names", "CONTROLLER");
		settings.setProperty("listeners",
				"PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
		settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
		settings.setProperty("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
		settings.setProperty("log.dirs", folder.toString());
		settings.setProperty("auto.create.topics.enable", "false");
		settings.setProperty("num.partitions", "3");
		settings.setProperty("default.replication.factor", "1");
		settings.setProperty("group.initial.rebalance.delay.ms", "0");

		for (String topic : new String[] { "offsets.topic", "transaction.state.log",
				"share.coordinator.state.topic" }) {
			settings.setProperty(topic + ".replication.factor", "1");
			settings.setProperty(topic + ".num.partitions", "3");
		}

		settings.setProperty("transaction.state.log.min.isr", "1");
		settings.setProperty("share.coordinator.state.topic.min.isr", "1");

		// One node on one small machine: few threads, and a cleaner that fits the heap.
		settings.setProperty("num.network.threads", "2");
		settings.setProperty("num.io.threads", "4");
		settings.setProperty("background.threads", "2");
		settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
		settings.setProperty("log.segment.bytes", "67108864");

		return settings;
	}

	private static void format(Path folder, Properties settings) throws IOException {

		if (Files.exists(folder.resolve("meta.properties"))) {
			return;
		}

		Files.createDirectories(folder);
		var file = Files.createTempFile("kafka", ".properties");

		try {

			try (var out = Files.newOutputStream(file)) {
				settings.store(out, null);
			}

			var result = StorageTool.execute(
					new String[] { "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString() }, System.out);

			if (result != 0) {
				throw new IllegalStateException("The log folder " + folder + " could not be formatted");
			}
		}
		finally {
			Files.delete(file);
		}
	}

}
