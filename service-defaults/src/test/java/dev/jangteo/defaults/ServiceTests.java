package dev.jangteo.defaults;

import java.io.IOException;

import com.nimbusds.jose.JOSEException;
import dev.jangteo.defaults.service.Keys;
import dev.jangteo.defaults.service.Neighbour;
import dev.jangteo.defaults.service.SampleService;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The sample service running, once for all tests.
 */
@SpringBootTest(classes = SampleService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceTests {

	public static final Keys KEYS = keys();

	static final Neighbour NEIGHBOUR = neighbour();

	@LocalServerPort
	protected int port;

	protected Calls anyone;

	protected Calls shopper;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		var database = TestServers.postgres("defaults");
		settings.add("spring.datasource.url", database::url);
		settings.add("spring.datasource.username", database::username);
		settings.add("spring.datasource.password", database::password);
		settings.add("spring.application.name", () -> "sample-service");
		settings.add("jangteo.security.service-secret", () -> Keys.SECRET);
		settings.add("jangteo.security.jwks-uri", KEYS::uri);
		settings.add("jangteo.clients.peer.url", NEIGHBOUR::url);
		settings.add("jangteo.clients.peer.read-timeout", () -> "1s");
		settings.add("jangteo.clients.peer.concurrent-calls", () -> "4");
		settings.add("jangteo.clients.gone.url", () -> "http://127.0.0.1:1");
	}

	@BeforeEach
	void callers() {
		this.anyone = new Calls(this.port, null);
		this.shopper = this.anyone.as(KEYS.token("SHOPPER"));
	}

	private static Keys keys() {
		try {
			return new Keys();
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Neighbour neighbour() {
		try {
			return new Neighbour();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
