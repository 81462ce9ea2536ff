package dev.jangteo.benchmarks.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.tools.Nginx;
import dev.jangteo.servers.Database;
import dev.jangteo.servers.KafkaServer;
import dev.jangteo.servers.OpenSearchServer;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.PostgresServer;
import dev.jangteo.servers.RedisServer;
import dev.jangteo.servers.S3Server;
import dev.jangteo.servers.ServerOptions;

/**
 * Servers and services of this run alone, on free ports of 127.0.0.1 and with a folder of
 * their own; durable, as the platform promises. All of them end with this JVM.
 */
public final class Platform implements AutoCloseable {

	/**
	 * The limiter works as ever, but everybody may do more than one machine can answer.
	 */
	private static final String UNREACHED_LIMITS = """
			{"jangteo.gateway.limits.groups.default": {
				"member": {"per-second": 1000000, "burst": 1000000},
				"address": {"per-second": 10000000, "burst": 10000000}}}
			""";

	private final Path checkout;

	private final Path folder;

	private final boolean profiled;

	private final Tokens tokens = new Tokens();

	private final Http http = new Http();

	private final String secret = UUID.randomUUID().toString() + UUID.randomUUID();

	private final PostgresServer postgres;

	private final KafkaServer kafka;

	private final RedisServer redis;

	private final OpenSearchServer openSearch;

	private final S3Server storage;

	private final Provider provider;

	private final Set<Part> parts;

	private final Map<Part, Service> services = new ConcurrentHashMap<>();

	private final Map<Part, Database> databases = new ConcurrentHashMap<>();

	private final Map<Part, Integer> ports = new ConcurrentHashMap<>();

	private final Deque<AutoCloseable> running = new ArrayDeque<>();

	private final Nginx backend;

	public Platform(Path checkout, Path folder, Set<Part> parts, boolean profiled) {
		this.profiled = profiled;
		this.checkout = checkout;
		this.folder = folder;
		this.parts = Set.copyOf(parts);
		ServerOptions options = ServerOptions.forTests().withDurability();
		this.postgres = new PostgresServer(Ports.free(), folder.resolve("postgres"), options, this.secret);
		this.kafka = new KafkaServer(Ports.free(), Ports.free(), folder.resolve("kafka"), options.withHeap(512));
		this.redis = new RedisServer(Ports.free(), folder.resolve("redis"), options);
		this.openSearch = new OpenSearchServer(Ports.free(), Ports.free(), folder.resolve("opensearch"),
				options.withHeap(400));
		this.storage = new S3Server(Ports.free(), folder.resolve("s3"), options.withHeap(64), "bench", this.secret);
		this.provider = new Provider(checkout, folder, Ports.free(), this.secret);
		Stream.of(Part.values()).filter((part) -> part.module().isPresent()).forEach(this::port);
		this.backend = Nginx.backend(folder);
		closeLater(this.tokens);
		closeLater(this.backend);
		try {
			start(parts);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private void start(Set<Part> parts) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<Part, CompletableFuture<Void>> starts = new HashMap<>();
			Stream.of(Part.values())
				.filter(parts::contains)
				.filter((part) -> part.module().isEmpty())
				.forEach((part) -> starts.put(part, CompletableFuture.runAsync(() -> startServer(part), threads)));
			CompletableFuture<Void> servers = all(starts);
			Map<Part, CompletableFuture<Void>> services = new HashMap<>();
			Stream.of(Part.values())
				.filter(parts::contains)
				.filter((part) -> part.module().isPresent())
				.forEach((part) -> services.put(part, servers.thenRunAsync(() -> startService(part), threads)));
			servers.join();
			all(services).join();
		}
		catch (CompletionException ex) {
			throw new Unmeasurable(Unmeasurable.firstReason(ex), ex);
		}
	}

	private static CompletableFuture<Void> all(Map<Part, CompletableFuture<Void>> starts) {
		return CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new));
	}

	private void startServer(Part part) {
		if (part == Part.PROVIDER) {
			closeLater(this.provider);
			this.provider.start();
			return;
		}
		var server = switch (part) {
			case POSTGRES -> this.postgres;
			case KAFKA -> this.kafka;
			case REDIS -> this.redis;
			case OPENSEARCH -> this.openSearch;
			case STORAGE -> this.storage;
			case PROVIDER, SHOP, ORDER, PAYMENT, SEARCH, GATEWAY ->
				throw new IllegalArgumentException("No server: " + part);
		};
		closeLater(server::stop);
		server.start();
	}

	private void startService(Part part) {
		Map<String, String> environment = environment();
		if (part == Part.GATEWAY) {
			environment.put("SPRING_APPLICATION_JSON", UNREACHED_LIMITS);
		}
		startService(part, part.database(), this.folder, environment);
	}

	private void startService(Part part, String name, Path folder, Map<String, String> environment) {
		Service service = new Service(part.module().orElseThrow(), port(part), this.checkout, folder, this.profiled);
		closeLater(service);
		if (part == Part.SHOP || part == Part.ORDER || part == Part.PAYMENT) {
			Database database = this.postgres.createDatabase(name, this.secret);
			this.databases.put(part, database);
			environment.put("SPRING_DATASOURCE_URL", database.url());
			environment.put("SPRING_DATASOURCE_USERNAME", database.username());
			environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
		}
		service.start(environment);
		this.services.put(part, service);
	}

	/**
	 * Ends a service, as nobody needs it any more in this run.
	 */
	public void stop(Part part) {
		started(part).close();
	}

	/**
	 * Ends a service and starts it anew with an empty database and other neighbours.
	 * @param name of the database
	 * @param neighbours environment variables instead of those of this platform
	 */
	public void startAnew(Part part, String name, Map<String, String> neighbours) {
		stop(part);
		Map<String, String> environment = environment();
		environment.putAll(neighbours);
		startService(part, name, this.folder.resolve(name), environment);
	}

	private int port(Part part) {
		return this.ports.computeIfAbsent(part, (_) -> Ports.free());
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>(Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS",
				this.kafka.bootstrapServers(), "SPRING_DATA_REDIS_URL", this.redis.url(), "JANGTEO_OPENSEARCH_URL",
				this.openSearch.url(), "JANGTEO_SECURITY_SERVICE_SECRET", this.secret, "JANGTEO_SECURITY_JWKS_URI",
				this.tokens.jwksUri(), "JANGTEO_CLIENTS_MEMBER_URL", this.backend.address().toString()));
		environment.putAll(Map.of("JANGTEO_PROVIDER_URL", this.provider.address().toString(),
				"JANGTEO_PROVIDER_SECRET_KEY", this.secret, "JANGTEO_STORAGE_ENDPOINT",
				this.storage.objectStorage().endpoint(), "JANGTEO_STORAGE_REGION", "us-east-1",
				"JANGTEO_STORAGE_ACCESS_KEY", this.storage.objectStorage().accessKey(), "JANGTEO_STORAGE_SECRET_KEY",
				this.storage.objectStorage().secretKey()));
		// Where payments are not measured, nobody is to look for them.
		this.ports.forEach((part, port) -> {
			if (part != Part.PAYMENT || this.parts.contains(part)) {
				environment.put("JANGTEO_CLIENTS_%s_URL".formatted(part.key()), "http://127.0.0.1:" + port);
			}
		});
		return environment;
	}

	private void closeLater(AutoCloseable part) {
		synchronized (this.running) {
			this.running.push(part);
		}
	}

	/**
	 * The address of a service that was started.
	 */
	public URI service(Part part) {
		return started(part).address();
	}

	/**
	 * The process of a service that was started.
	 */
	public ProcessHandle process(Part part) {
		return started(part).handle();
	}

	private Service started(Part part) {
		Service service = this.services.get(part);
		if (service == null) {
			throw new IllegalStateException(part + " was not asked for.");
		}
		return service;
	}

	/**
	 * The database of a service that was started.
	 */
	public Database database(Part part) {
		Database database = this.databases.get(part);
		if (database == null) {
			throw new IllegalStateException(part + " was not asked for.");
		}
		return database;
	}

	/**
	 * The payment provider.
	 */
	public Provider provider() {
		return this.provider;
	}

	public PostgresServer postgres() {
		return this.postgres;
	}

	/**
	 * Kafka's bootstrap servers.
	 */
	public String kafka() {
		return this.kafka.bootstrapServers();
	}

	public RedisServer redis() {
		return this.redis;
	}

	public Http http() {
		return this.http;
	}

	public Tokens tokens() {
		return this.tokens;
	}

	/**
	 * The trivial backend, which the gateway takes for member-service.
	 */
	public URI backend() {
		return this.backend.address();
	}

	public Path folder() {
		return this.folder;
	}

	/**
	 * Makes shops through the owner API.
	 */
	public Neighbourhood neighbourhood() {
		return Neighbourhood.make(service(Part.SHOP), this.tokens);
	}

	@Override
	public void close() {
		synchronized (this.running) {
			while (!this.running.isEmpty()) {
				try {
					this.running.pop().close();
				}
				catch (Exception ex) {
					System.err.println("Something did not stop: " + ex.getMessage());
				}
			}
		}
	}

}
