package dev.jangteo.payment.support;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import dev.jangteo.events.Followers;
import dev.jangteo.events.UuidV7;
import dev.jangteo.servers.Database;
import dev.jangteo.servers.ObjectStorage;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;
import dev.jangteo.testing.Calls.Reply;
import dev.jangteo.testing.Neighbours;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
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
 * The service running, once for all tests, beside real servers, doubles of its neighbours
 * and the provider's sandbox.
 */
@ActiveProfiles("local")
@Import(CrashingProvider.Wrapping.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServiceTests {

	public static final Neighbours NEIGHBOURS = new Neighbours("order");

	public static final Provider PROVIDER = new Provider();

	private static final String SERVICE_SECRET = "a secret for the tests, long enough for HS256";

	private static final ObjectStorage STORAGE = TestServers.objectStorage();

	protected static final Database DATABASE = TestServers.postgres("payment_service");

	@LocalServerPort
	protected int port;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Followers followers;

	private static boolean neighboursAnswer;

	protected final UUID shopperId = UUID.randomUUID();

	protected final UUID ownerId = UUID.randomUUID();

	private final Map<UUID, Map<String, Object>> orders = new ConcurrentHashMap<>();

	private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

	// The neighbours' topics are declared by the neighbours.
	static {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
		Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
		try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
			admin.createTopics(List.of(new NewTopic("jangteo.order", 1, (short) 1))).all().get();
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
		return Map.ofEntries(Map.entry("spring.datasource.url", DATABASE.url()),
				Map.entry("spring.datasource.username", DATABASE.username()),
				Map.entry("spring.datasource.password", DATABASE.password()),
				Map.entry("spring.kafka.bootstrap-servers", TestServers.kafka()),
				Map.entry("spring.data.redis.url", TestServers.redis()),
				Map.entry("jangteo.security.service-secret", SERVICE_SECRET),
				Map.entry("jangteo.security.jwks-uri", NEIGHBOURS.keysUrl()),
				Map.entry("jangteo.clients.order.url", NEIGHBOURS.url()),
				Map.entry("jangteo.storage.endpoint", STORAGE.endpoint()),
				Map.entry("jangteo.storage.access-key", STORAGE.accessKey()),
				Map.entry("jangteo.storage.secret-key", STORAGE.secretKey()),
				Map.entry("jangteo.settlement.every", "1h"), Map.entry("jangteo.verification.every", "1h"),
				Map.entry("jangteo.verification.grace", "0s"), Map.entry("jangteo.verification.window", "30m"),
				Map.entry("jangteo.provider.url", PROVIDER.url()), Map.entry("jangteo.provider.read-timeout", "600ms"),
				Map.entry("jangteo.provider.open-for", "200ms"), Map.entry("jangteo.provider.probe-every", "50ms"),
				Map.entry("jangteo.provider.idle-probe", "1h"), Map.entry("jangteo.payments.patience", "3s"),
				Map.entry("jangteo.payments.first-pause", "100ms"),
				Map.entry("jangteo.payments.longest-pause", "500ms"),
				Map.entry("jangteo.payments.refused-pause", "500ms"), Map.entry("jangteo.payments.watch-for", "20s"),
				Map.entry("jangteo.payments.give-up-after", "4s"), Map.entry("jangteo.payments.watch-every", "300ms"),
				Map.entry("jangteo.payments.lease", "5s"), Map.entry("jangteo.payments.sweep-every", "50ms"),
				Map.entry("jangteo.payments.orders-every", "50ms"),
				Map.entry("spring.datasource.hikari.connection-timeout", "60000"),
				Map.entry("jangteo.events.reconciliation.every", "0s"));
	}

	// The first question of a cold JVM may take longer than a shopper waits for it.
	@BeforeEach
	void neighboursAnswer() {
		if (!neighboursAnswer) {
			PROVIDER.sendWebhooksTo("http://127.0.0.1:%d/api/v1/payments/webhooks/toss".formatted(port));
			await().until(() -> pay(UUID.randomUUID(), "tsbx_nobodys", 1).status() == 404);
			neighboursAnswer = true;
		}
	}

	@AfterEach
	void neighboursAreBack() {
		PROVIDER.noFaults();
		if (NEIGHBOURS.away(false)) {
			neighboursAnswer = false;
		}
	}

	protected Calls shopper() {
		return as(shopperId, "SHOPPER");
	}

	protected Calls owner() {
		return as(ownerId, "OWNER");
	}

	protected Calls operator() {
		return as(UUID.randomUUID(), "OPERATOR");
	}

	protected Calls service(String name) {
		return new Calls(port, NEIGHBOURS.serviceToken(name, "payment-service", SERVICE_SECRET));
	}

	protected Calls as(UUID member, String role) {
		return new Calls(port, NEIGHBOURS.token(member, role));
	}

	protected Calls nobody() {
		return new Calls(port, null);
	}

	/** A card order of this test's shopper that waits for its payment. */
	protected UUID anOrder(long total) {
		return anOrder(total, "CARD", "PENDING_PAYMENT");
	}

	protected UUID anOrder(long total, String method, String status) {
		var id = UuidV7.next();
		var order = new HashMap<String, Object>();
		order.put("id", id);
		order.put("shopId", UUID.randomUUID());
		order.put("ownerId", ownerId);
		order.put("memberId", shopperId);
		order.put("status", status);
		order.put("paymentMethod", method);
		order.put("itemsTotal", won(total - 2000));
		order.put("deliveryFee", won(2000));
		order.put("total", won(total));
		order.put("placedAt", Instant.now().toString());
		order.put("updatedAt", Instant.now().toString());
		orders.put(id, order);
		versions.put(id, 1L);
		NEIGHBOURS.put("order", id, 1, Map.copyOf(order));
		return id;
	}

	/** An order has gone on, and we have heard of it. */
	protected void becomes(UUID order, String status) {
		becomes(order, status, Instant.now());
	}

	protected void becomes(UUID order, String status, Instant when) {
		becomesUnheard(order, status, when);
		followers.bring("orders", List.of(order));
	}

	protected void becomesUnheard(UUID order, String status, Instant when) {
		var state = orders.get(order);
		state.put("status", status);
		if (status.equals("DELIVERED")) {
			state.put("deliveredAt", when.toString());
		}
		NEIGHBOURS.put("order", order, versions.merge(order, 1L, Long::sum), Map.copyOf(state));
	}

	protected Reply pay(UUID order, String paymentKey, long amount) {
		return pay(order, paymentKey, amount, UUID.randomUUID().toString());
	}

	protected Reply pay(UUID order, String paymentKey, long amount, String key) {
		return shopper().post("/api/v1/payments/confirmations", confirmation(order, paymentKey, amount), key);
	}

	protected static Map<String, Object> confirmation(UUID order, String paymentKey, long amount) {
		return Map.of("paymentKey", paymentKey, "orderId", order, "amount", won(amount));
	}

	/** A paid order. */
	protected Paid paid(long amount) {
		var order = anOrder(amount);
		var key = PROVIDER.widget(order, amount);
		var reply = pay(order, key, amount);
		if (reply.status() != 200) {
			throw new AssertionError(reply.text());
		}
		becomesUnheard(order, "PLACED", Instant.now());
		return new Paid(UUID.fromString(reply.at("id")), order, key);
	}

	/** The newest payment of an order, as its shopper sees it. */
	protected String status(UUID order) {
		return shopper().get("/api/v1/payments?orderId=" + order).at("items.0.status");
	}

	protected String refund(UUID order) {
		return shopper().get("/api/v1/payments?orderId=" + order).at("items.0.refund");
	}

	protected static Map<String, Object> won(long amount) {
		return Map.of("amount", amount, "currency", "KRW");
	}

	public record Paid(UUID id, UUID order, String key) {
	}

}
