package dev.jangteo.review.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import dev.jangteo.events.Followers;
import dev.jangteo.events.UuidV7;
import dev.jangteo.servers.Database;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.RedisServer;
import dev.jangteo.servers.S3Server;
import dev.jangteo.servers.ServerOptions;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;
import dev.jangteo.testing.Calls.Reply;
import dev.jangteo.testing.Neighbours;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.awaitility.Awaitility.await;

/**
 * The service running, once for all tests, beside real servers and doubles of its
 * neighbours. Redis and the object storage are its own, so that they can die.
 */
@ActiveProfiles("local")
@Import(CrashingRedis.Wrapping.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServiceTests {

	public static final Neighbours NEIGHBOURS = new Neighbours("order", "member");

	protected static final RedisServer REDIS = new RedisServer(Ports.free(), TestServers.folder("redis"),
			ServerOptions.forTests());

	protected static final S3Server STORAGE = new S3Server(Ports.free(), TestServers.folder("s3"),
			ServerOptions.forTests(), "test-access", "test-secret");

	private static final String SERVICE_SECRET = "a secret for the tests, long enough for HS256";

	private static final Database DATABASE = TestServers.postgres("review_service");

	private static boolean neighboursAnswer;

	@LocalServerPort
	protected int port;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Followers followers;

	protected final UUID shopperId = UuidV7.next();

	protected final UUID ownerId = UuidV7.next();

	protected final UUID shopId = UuidV7.next();

	// The neighbours' topics are declared by the neighbours.
	static {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
		Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
		REDIS.start();
		STORAGE.start();
		try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
			admin
				.createTopics(List.of(new NewTopic("jangteo.order", 1, (short) 1),
						new NewTopic("jangteo.member", 1, (short) 1)))
				.all()
				.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		properties().forEach((name, value) -> settings.add(name, () -> value));
	}

	/** What an instance of the service needs to know. */
	public static Map<String, String> properties() {
		var storage = STORAGE.objectStorage();
		return Map.ofEntries(Map.entry("spring.datasource.url", DATABASE.url()),
				Map.entry("spring.datasource.username", DATABASE.username()),
				Map.entry("spring.datasource.password", DATABASE.password()),
				Map.entry("spring.kafka.bootstrap-servers", TestServers.kafka()),
				Map.entry("spring.data.redis.url", REDIS.url()),
				Map.entry("jangteo.security.service-secret", SERVICE_SECRET),
				Map.entry("jangteo.security.jwks-uri", NEIGHBOURS.keysUrl()),
				Map.entry("jangteo.clients.order.url", NEIGHBOURS.url()),
				Map.entry("jangteo.clients.member.url", NEIGHBOURS.url()),
				Map.entry("jangteo.storage.endpoint", storage.endpoint()),
				Map.entry("jangteo.storage.access-key", storage.accessKey()),
				Map.entry("jangteo.storage.secret-key", storage.secretKey()),
				Map.entry("jangteo.storage.call-timeout", "10s"), Map.entry("jangteo.reviews.stream.every", "1h"),
				Map.entry("jangteo.reviews.view.sweep-every", "50ms"),
				Map.entry("jangteo.reviews.view.redis-pause", "20ms"),
				Map.entry("spring.datasource.hikari.connection-timeout", "30000"),
				Map.entry("jangteo.events.reconciliation.every", "0s"));
	}

	// The first question of a cold JVM may take longer than a shopper waits for it.
	@BeforeEach
	void neighboursAnswer() {
		if (!neighboursAnswer) {
			await().until(() -> shopper().post("/api/v1/reviews", Map.of("orderId", UUID.randomUUID(), "stars", 1))
				.status() == 404);
			neighboursAnswer = true;
		}
	}

	protected Calls shopper() {
		return as(shopperId, "SHOPPER");
	}

	protected Calls owner() {
		return as(ownerId, "OWNER");
	}

	protected Calls operator() {
		return as(UuidV7.next(), "OPERATOR");
	}

	protected Calls stranger() {
		return as(UuidV7.next(), "SHOPPER");
	}

	protected Calls as(UUID member, String role) {
		return new Calls(port, NEIGHBOURS.token(member, role));
	}

	protected Calls nobody() {
		return new Calls(port, null);
	}

	protected Calls service(String name) {
		return new Calls(port, NEIGHBOURS.serviceToken(name, "review-service", SERVICE_SECRET));
	}

	/** A delivered order of this test's shopper at this test's shop. */
	protected UUID aDeliveredOrder(UUID... products) {
		return anOrder(shopperId, "DELIVERED", products);
	}

	protected UUID anOrder(UUID member, String status, UUID... products) {
		return anOrder(member, shopId, status, products);
	}

	protected UUID anOrder(UUID member, UUID shop, String status, UUID... products) {
		var order = new HashMap<String, Object>();
		order.put("shopId", shop);
		order.put("ownerId", ownerId);
		order.put("memberId", member);
		order.put("status", status);
		order.put("lines", Arrays.stream(products).map((product) -> Map.of("productId", product)).toList());
		order.put("updatedAt", Instant.now().toString());
		if (status.equals("DELIVERED")) {
			order.put("deliveredAt", Instant.now().toString());
		}
		var id = UuidV7.next();
		NEIGHBOURS.put("order", id, 1, order);
		return id;
	}

	/** A review of a delivered order, written by this test's shopper. */
	protected Reply written(int stars, String text) {
		return written(Map.of("orderId", aDeliveredOrder(), "stars", stars, "text", text));
	}

	protected Reply written(Map<String, ?> form) {
		return written(shopper(), form);
	}

	protected Reply written(Calls author, Map<String, ?> form) {
		var reply = author.post("/api/v1/reviews", form);
		if (reply.status() != 201) {
			throw new AssertionError(reply.text());
		}
		return reply;
	}

	/** A review by somebody who has written nothing before. */
	protected Reply writtenBySomebody(int stars, String text) {
		var member = UuidV7.next();
		return written(as(member, "SHOPPER"),
				Map.of("orderId", anOrder(member, "DELIVERED"), "stars", stars, "text", text));
	}

	/** What everybody sees of this test's shop. */
	protected Reply shown(String query) {
		return nobody().get("/api/v1/shops/%s/reviews%s".formatted(shopId, query));
	}

	/** The account is erased, and we have heard of it. */
	protected void erased(UUID member) {
		NEIGHBOURS.put("member", member, 1, Map.of("role", "SHOPPER", "grade", "WELCOME"));
		followers.bring("members", List.of(member));
		NEIGHBOURS.remove(member);
		followers.bring("members", List.of(member));
	}

}
