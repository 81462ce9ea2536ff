package dev.jangteo.local.platform;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.jangteo.servers.Checkout;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerFailed;
import dev.jangteo.servers.ServerProcess;

/**
 * The payment provider's sandbox: what the platform pays with on one machine.
 */
final class SandboxPart implements Part {

	static final String NAME = "provider-sandbox";

	static final String JAR = NAME + ".jar";

	private static final int PORT = 8089;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int PATIENCE_MILLIS = 2000;

	private final Path jars;

	private final Path data;

	private final int port;

	private final Map<String, String> environment;

	private final ServerProcess process;

	SandboxPart(Home home, Path jars, String secretKey, URI webhooks) {

		this.jars = jars;
		this.port = home.port(PORT);
		this.data = home.servers().resolve(NAME);
		this.environment = Map.of("SERVER_PORT", Integer.toString(this.port), "SERVER_ADDRESS", "127.0.0.1",
				"JANGTEO_SANDBOX_DATA", this.data.resolve("data").toString(), "JANGTEO_PROVIDER_SECRET_KEY", secretKey,
				"JANGTEO_SANDBOX_WEBHOOK_URL", webhooks.toString());
		this.process = new ServerProcess(NAME, this.data, home.lifetime());
	}

	static Path builtJars() {
		return Checkout.folder().resolve(NAME).resolve("target");
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port);
	}

	@Override
	public ServerProcess process() {
		return this.process;
	}

	@Override
	public void start() {

		if (!isRunning()) {

			if (Ports.inUse(this.port)) {
				throw new ServerFailed("Port %d, meant for %s, is used by another program.".formatted(this.port, NAME));
			}

			this.process
				.start(List.of(Jvm.JAVA, "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
						"-cp", this.jars.resolve(JAR) + File.pathSeparator + this.jars.resolve("lib").resolve("*"),
						"dev.jangteo.sandbox.Sandbox"), this.environment);
		}

		this.process.await(this::answers, PATIENCE);
	}

	@Override
	public void stop() {
		this.process.stop("TERM", PATIENCE);
	}

	@Override
	public boolean answers() {

		try {

			var url = address().resolve("/sandbox/health").toURL();
			var connection = (HttpURLConnection) url.openConnection();
			connection.setConnectTimeout(PATIENCE_MILLIS);
			connection.setReadTimeout(PATIENCE_MILLIS);

			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException e) {
			return false;
		}
	}

}
