package dev.jangteo.search;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import dev.jangteo.events.Follower;
import dev.jangteo.events.Notification;
import dev.jangteo.events.UuidV7;
import dev.jangteo.events.Versioned;
import dev.jangteo.events.wire.NotificationFormat;
import dev.jangteo.servers.OpenSearchServer;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.RedisServer;
import dev.jangteo.servers.Server;
import dev.jangteo.servers.ServerOptions;
import dev.jangteo.servers.TestServers;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** The service with real stores and a real broker, once for all tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jangteo.events.reconciliation.every=3s", "jangteo.events.reconciliation.confirm-after=300ms",
				"jangteo.search.most-results=40", "logging.level.org.apache.kafka=error" })
abstract class SearchServiceTests {

	static final OwnersDouble OWNERS = new OwnersDouble();

	static final RedisServer REDIS = new RedisServer(Ports.free(), TestServers.folder("redis"),
			ServerOptions.forTests());

	static final OpenSearchServer OPEN_SEARCH = new OpenSearchServer(Ports.free(), Ports.free(),
			TestServers.folder("opensearch"), ServerOptions.forTests());

	static final String KAFKA;

	static {
		List.of(REDIS, OPEN_SEARCH).parallelStream().forEach(Server::start);
		KAFKA = TestServers.kafka();
		try (var admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
			admin.createTopics(Stream.of("jangteo.shop", "jangteo.product", "jangteo.stock")
				.map((topic) -> new NewTopic(topic, 2, (short) 1).configs(Map.of("cleanup.policy", "compact")))
				.toList());
		}
	}

	private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
			Map.of("bootstrap.servers", KAFKA), new StringSerializer(), new ByteArraySerializer());

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@LocalServerPort
	int port;

	@Autowired
	Map<String, Follower<?>> copies;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("spring.kafka.bootstrap-servers", () -> KAFKA);
		settings.add("spring.data.redis.url", REDIS::url);
		settings.add("jangteo.opensearch.url", OPEN_SEARCH::url);
		settings.add("jangteo.clients.shop.url", OWNERS::url);
		settings.add("jangteo.clients.order.url", OWNERS::url);
		settings.add("jangteo.security.service-secret", () -> "a-secret-of-the-tests-only-0123456789");
		settings.add("jangteo.security.jwks-uri", () -> "http://127.0.0.1:1/jwks.json");
	}

	UUID aShop(Map<String, Object> state) {
		var id = UuidV7.next();
		publish("shop", id, 1, state);
		return id;
	}

	UUID aProduct(Map<String, Object> state) {
		var id = UuidV7.next();
		publish("product", id, 1, state);
		return id;
	}

	/** The owner changes something and tells of it. */
	void publish(String aggregate, UUID id, long version, Map<String, Object> state) {
		OWNERS.put(aggregate, id, version, state);
		notify(aggregate, id, version);
	}

	/** The owner deletes something and tells of it. */
	void publishDeletion(String aggregate, UUID id, long version) {
		OWNERS.delete(aggregate, id);
		notify(aggregate, id, version);
	}

	private void notify(String aggregate, UUID id, long version) {
		var notification = new Notification(UuidV7.next(), "/test", "dev.jangteo.%s.changed".formatted(aggregate), id,
				version, Instant.now());
		PRODUCER
			.send(new ProducerRecord<>("jangteo." + aggregate, id.toString(), NotificationFormat.write(notification)));
	}

	/** As if the owner had answered this, at whatever time. */
	void apply(String aggregate, UUID id, long version, Map<String, Object> state) {
		apply(copy(aggregate), id, version, state);
	}

	private static <S> void apply(Follower<S> copy, UUID id, long version, Map<String, Object> state) {
		copy.apply(List.of(new Versioned<>(id, version, JSON.convertValue(state, copy.followed().state()))));
	}

	Follower<?> copy(String aggregate) {
		return this.copies.get(aggregate + "Copy");
	}

	Answer get(String path, Object... variables) {
		return get(UriComponentsBuilder.fromUriString("http://127.0.0.1:" + this.port + path)
			.encode()
			.buildAndExpand(variables)
			.toUri());
	}

	Answer get(URI address) {
		return RestClient.create()
			.get()
			.uri(address)
			.exchange((request, response) -> new Answer(response.getStatusCode().value(), response.getHeaders(),
					JSON.readTree(response.getBody().readAllBytes())));
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
	}

	static List<String> ids(JsonNode list) {
		return list.path("items").values().stream().map((item) -> item.path("id").asString()).toList();
	}

	static List<String> idsOf(UUID... ids) {
		return Stream.of(ids).map(UUID::toString).toList();
	}

	/** A place far from those of other tests. */
	static Spot anywhere() {
		var random = ThreadLocalRandom.current();
		return new Spot(random.nextDouble(-60, 60), random.nextDouble(-179, 179));
	}

	record Spot(double lat, double lng) {

		/** Some metres to the north. */
		Spot north(double metres) {
			return new Spot(this.lat + metres / 111_195, this.lng);
		}

		Map<String, Object> aShop(String name) {
			return Samples.shop(name, this.lat, this.lng);
		}

		/** Parameters for what is around. */
		String around() {
			return "lat=%s&lng=%s".formatted(this.lat, this.lng);
		}

	}

	record Answer(int status, HttpHeaders headers, JsonNode body) {

	}

}
