package dev.jangteo.shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.servers.Ports;
import dev.jangteo.servers.S3Server;
import dev.jangteo.servers.ServerOptions;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The service running against real servers, once for all tests.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ShopServiceTests {

	static final Members MEMBERS = new Members();

	/** Its own one, because some tests take it away. */
	static final S3Server STORAGE = storage();

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	/** An owner nobody knew before, in every test. */
	Calls owner;

	Calls services;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {

		var database = TestServers.postgres("shop_service");
		var storage = STORAGE.objectStorage();

		settings.add("spring.datasource.url", database::url);
		settings.add("spring.datasource.username", database::username);
		settings.add("spring.datasource.password", database::password);
		settings.add("spring.kafka.bootstrap-servers", TestServers::kafka);
		settings.add("jangteo.security.service-secret", () -> Members.SECRET);
		settings.add("jangteo.security.jwks-uri", MEMBERS::keys);
		settings.add("jangteo.storage.endpoint", storage::endpoint);
		settings.add("jangteo.storage.access-key", storage::accessKey);
		settings.add("jangteo.storage.secret-key", storage::secretKey);
		settings.add("jangteo.imports.max-size", () -> "20MB");
		settings.add("jangteo.imports.lease", () -> "3s");
		settings.add("jangteo.imports.sign-of-life", () -> "1s");
		settings.add("jangteo.imports.look-interval", () -> "200ms");
		settings.add("jangteo.imports.pause", () -> "200ms");
		settings.add("jangteo.imports.clear-interval", () -> "500ms");
		settings.add("jangteo.shop.closing-interval", () -> "300ms");
	}

	@BeforeEach
	void callers() {
		this.owner = anOwner();
		this.services = new Calls(this.port, Members.serviceToken());
	}

	Calls anOwner() {
		return new Calls(this.port, MEMBERS.token(UUID.randomUUID(), "OWNER"));
	}

	/** Opens a shop and answers its path. */
	String aShop() {
		return this.owner.post("/api/v1/owner/shops", Samples.SHOP).header("Location");
	}

	/** Lists a product and answers its path. */
	String aProduct(String shop) {
		return this.owner.post(shop + "/products", Samples.PRODUCT).header("Location");
	}

	/** The versions told to others, in their order. */
	List<Long> notifications(String aggregate, String subject) {
		return this.jdbc.sql("""
				select subject_version from notification_log
				where aggregate = :aggregate and subject = :subject
				order by position
				""").param("aggregate", aggregate).param("subject", UUID.fromString(subject)).query(Long.class).list();
	}

	static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** Changes some of the fields of a sample. */
	static String with(String json, Map<String, String> fields) {

		var changed = json;

		for (var field : fields.entrySet()) {
			changed = Samples.with(changed, field.getKey(), field.getValue());
		}

		return changed;
	}

	private static S3Server storage() {
		var server = new S3Server(Ports.free(), TestServers.folder("shop-files"), ServerOptions.forTests(), "access",
				"secret");
		server.start();
		return server;
	}

}
