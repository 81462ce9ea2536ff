package dev.jangteo.sandbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program, killed while it works.
 */
class ProcessTests {

	@TempDir
	private Path data;

	@Test
	void keepsWhatItAnsweredWhenItIsKilled() throws Exception {
		var port = freePort();
		var merchant = new Merchant("http://127.0.0.1:" + port, SandboxSettings.LOCAL_SECRET_KEY);
		var answered = new ArrayList<String>();

		var first = start(port, merchant);
		for (var each = 0; each < 50; each++) {
			answered.add(merchant.paid("order-" + each, 1000));
		}
		first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

		var second = start(port, merchant);
		for (var key : answered) {
			assertThat(merchant.get("/v1/payments/" + key).text("status")).isEqualTo("DONE");
		}
		second.destroy();
		assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
	}

	private Process start(int port, Merchant merchant) throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var builder = new ProcessBuilder(java, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), Sandbox.class.getName());
		builder.environment().put("SERVER_PORT", Integer.toString(port));
		builder.environment().put("JANGTEO_SANDBOX_DATA", data.toString());
		builder.redirectErrorStream(true).redirectOutput(data.resolve("process.log").toFile());
		var process = builder.start();
		Awaitility.await().until(() -> merchant.get("/sandbox/health").status() == 200);
		return process;
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
