package dev.jangteo.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Kafka 4 in KRaft mode, broker and controller in one process.
 */
public final class KafkaServer extends JavaServer {

	private static final int PATIENCE_MILLIS = 2000;

	private static final short API_VERSIONS = 18;

	private final int controllerPort;

	public KafkaServer(int port, int controllerPort, Path folder, ServerOptions options) {

		super("kafka", port, folder, options);

		this.controllerPort = controllerPort;
	}

	public String bootstrapServers() {
		return "127.0.0.1:" + port();
	}

	@Override
	public List<Integer> ports() {
		return List.of(port(), this.controllerPort);
	}

	@Override
	public boolean answers() {
		return isUp() && answersApiVersions();
	}

	@Override
	String mainClass() {
		return "dev.jangteo.servers.kafka.Kafka";
	}

	@Override
	List<String> arguments() {
		return List.of(folder().resolve("data").toString(), Integer.toString(port()),
				Integer.toString(this.controllerPort));
	}

	@Override
	List<String> jvmOptions() {
		return List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true",
				"-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");
	}

	// The port opens a little before the broker takes part in the cluster.
	private boolean isUp() {

		try (var lines = Files.lines(process().log())) {
			return lines.anyMatch("kafka is up"::equals);
		}
		catch (IOException e) {
			return false;
		}
	}

	private boolean answersApiVersions() {

		try (var socket = new Socket()) {

			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), PATIENCE_MILLIS);
			socket.setSoTimeout(PATIENCE_MILLIS);

			var request = new DataOutputStream(socket.getOutputStream());
			request.writeInt(10);
			request.writeShort(API_VERSIONS);
			request.writeShort(0);
			request.writeInt(1);
			request.writeShort(-1);
			request.flush();

			return new DataInputStream(socket.getInputStream()).readInt() > 0;
		}
		catch (IOException e) {
			return false;
		}
	}

}
