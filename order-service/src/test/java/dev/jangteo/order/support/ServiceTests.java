package dev.jangteo.order.support;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import dev.jangteo.defaults.Money;
import dev.jangteo.events.UuidV7;
import dev.jangteo.order.catalog.Location;
import dev.jangteo.order.catalog.OpeningHours;
import dev.jangteo.order.catalog.ProductTerms;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.catalog.ShopTerms;
import dev.jangteo.servers.Database;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.awaitility.Awaitility.await;

/**
 * The service running, once for all tests, beside real servers and doubles of its
 * neighbours.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServiceTests {

	public static final Neighbours NEIGHBOURS = new Neighbours("shop", "product", "payment");

	private static final String SERVICE_SECRET = "a secret for the tests, long enough for HS256";

	protected static final Database DATABASE = TestServers.postgres("order_service");

	@LocalServerPort
	protected int port;

	@Autowired
	protected JdbcClient jdbc;

	private static boolean neighboursAnswer;

	protected final UUID shopperId = UUID.randomUUID();

	protected final UUID ownerId = UUID.randomUUID();

	// The neighbours' topics are declared by the neighbours.
	static {
		NEIGHBOURS.answer(Cards.PATH, Cards.CANNOT_BE_CHARGED);
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
			admin
				.createTopics(Stream.of("jangteo.shop", "jangteo.product", "jangteo.payment")
					.map((topic) -> new NewTopic(topic, 1, (short) 1))
					.toList())
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
		return Map.ofEntries(Map.entry("spring.datasource.url", DATABASE.url()),
				Map.entry("spring.datasource.username", DATABASE.username()),
				Map.entry("spring.datasource.password", DATABASE.password()),
				Map.entry("spring.kafka.bootstrap-servers", TestServers.kafka()),
				Map.entry("jangteo.security.service-secret", SERVICE_SECRET),
				Map.entry("jangteo.security.jwks-uri", NEIGHBOURS.keysUrl()),
				Map.entry("jangteo.clients.shop.url", NEIGHBOURS.url()),
				Map.entry("jangteo.clients.payment.url", NEIGHBOURS.url()),
				// Two hundred at once on a busy machine are to be answered, not refused.
				Map.entry("spring.datasource.hikari.connection-timeout", "60000"),
				Map.entry("jangteo.orders.sweep-every", "1h"), Map.entry("jangteo.orders.streams.heartbeat", "300ms"),
				Map.entry("jangteo.events.reconciliation.every", "0s"));
	}

	// The first question of a cold JVM may take longer than an order waits for it.
	@BeforeEach
	void neighboursAnswer() {
		if (!neighboursAnswer) {
			await().until(() -> place(UUID.randomUUID(), UUID.randomUUID(), 1).status() == 422);
			neighboursAnswer = true;
		}
	}

	@AfterEach
	void neighboursAreBack() {
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

	protected Calls service(String name) {
		return new Calls(port, NEIGHBOURS.serviceToken(name, "order-service", SERVICE_SECRET));
	}

	protected Calls as(UUID member, String role) {
		return new Calls(port, NEIGHBOURS.token(member, role));
	}

	/** A shop that is always open, of this test's owner. */
	protected UUID aShop() {
		var id = UuidV7.next();
		NEIGHBOURS.put("shop", id, 1, terms(true));
		return id;
	}

	protected ShopTerms terms(boolean open) {
		var hours = Arrays.stream(DayOfWeek.values()).map((day) -> new OpeningHours.Interval(day, 0, 1440)).toList();
		return new ShopTerms(ownerId, "성산동 화덕피자", new Location(37.5665, 126.9012), ZoneId.of("Asia/Seoul"),
				Currency.getInstance("KRW"), 3000,
				List.of(new ShopTerms.FeeTier(1000, won(2000)), new ShopTerms.FeeTier(3000, won(3500))), won(12000),
				new OpeningHours(open ? hours : List.of(), Set.of(), false, null), "pizza");
	}

	protected UUID aProduct(UUID shop, long price) {
		var id = UuidV7.next();
		NEIGHBOURS.put("product", id, 1, product(shop, price));
		return id;
	}

	protected ProductTerms product(UUID shop, long price) {
		return new ProductTerms(new ShopId(shop), ownerId, "마르게리타", won(price), List.of(), false);
	}

	/** An order of products at 18,000 each, to an address nearby. */
	protected static Map<String, Object> order(UUID shop, UUID product, int quantity) {
		return order(shop, product, quantity, 18000L * quantity + 2000);
	}

	protected static Map<String, Object> order(UUID shop, UUID product, int quantity, long total) {
		return Map.of("shopId", shop, "lines", List.of(Map.of("productId", product, "quantity", quantity)), "delivery",
				Map.of("address", "서울 마포구 성산로 20", "detail", "301호", "location", Map.of("lat", 37.567, "lng", 126.902),
						"phone", "010-1234-5678"),
				"wish", "문 앞에 놓아 주세요", "paymentMethod", "PAY_ON_DELIVERY", "expectedTotal",
				Map.of("amount", total, "currency", "KRW"));
	}

	protected Reply place(UUID shop, UUID product, int quantity) {
		return shopper().post("/api/v1/orders", order(shop, product, quantity), UUID.randomUUID().toString());
	}

	/** A placed order of one new product of a shop. */
	protected String placed(UUID shop) {
		return place(shop, aProduct(shop, 18000), 1).at("id");
	}

	protected static Money won(long amount) {
		return Money.of(amount, "KRW");
	}

}
