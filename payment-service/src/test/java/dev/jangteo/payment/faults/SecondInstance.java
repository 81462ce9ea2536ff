package dev.jangteo.payment.faults;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.jangteo.payment.PaymentServiceApplication;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;

/**
 * The service as a process of its own, to be killed.
 */
final class SecondInstance implements AutoCloseable {

	private final int port;

	private final Process process;

	private SecondInstance(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	static SecondInstance start(Map<String, String> properties) throws IOException {
		int port;
		try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				PaymentServiceApplication.class.getName(), "--spring.profiles.active=local", "--server.port=" + port));
		properties.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		var log = new File(TestServers.folder("second").toFile(), "log");
		return new SecondInstance(port,
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start());
	}

	int port() {
		return port;
	}

	boolean isReady() {
		try {
			return new Calls(port, null).get("/actuator/health/readiness").status() == 200;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/** As kill -9 does. */
	@Override
	public void close() {
		process.destroyForcibly();
	}

}
