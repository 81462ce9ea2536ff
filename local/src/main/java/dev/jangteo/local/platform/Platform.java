package dev.jangteo.local.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import dev.jangteo.servers.JavaServer;
import dev.jangteo.servers.KafkaServer;
import dev.jangteo.servers.Lifetime;
import dev.jangteo.servers.OpenSearchServer;
import dev.jangteo.servers.PostgresServer;
import dev.jangteo.servers.RedisServer;
import dev.jangteo.servers.S3Server;
import dev.jangteo.servers.ServerFailed;
import dev.jangteo.servers.ServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform on this machine. Its state is what runs and what is in its home: any
 * number of these objects, in any number of JVMs, mean the same platform.
 */
public final class Platform {

	private static final int TRAINED_AT_ONCE = 2;

	private static final String PROVIDER_SECRET_KEY = "provider-secret-key";

	private final Home home;

	private final Progress progress;

	private final Secrets secrets;

	private final PostgresServer postgres;

	private final KafkaServer kafka;

	private final RedisServer redis;

	private final OpenSearchServer openSearch;

	private final S3Server s3;

	private final InstalledJars jars;

	private final SandboxPart sandbox;

	private final List<Part> servers;

	private final List<ServicePart> services;

	public Platform(Home home, Progress progress) {

		this.home = home;
		this.progress = progress;
		this.secrets = new Secrets(home.folder());
		this.jars = new InstalledJars(home.folder().resolve("programs"));

		var plain = options("", 0);

		this.postgres = new PostgresServer(home.port(15432), folder("postgres"), plain,
				this.secrets.get("postgres-password"));
		this.redis = new RedisServer(home.port(16379), folder("redis"), plain);
		this.kafka = new KafkaServer(home.port(19092), home.port(19093), folder("kafka"), options("kafka", 192));
		this.openSearch = new OpenSearchServer(home.port(19200), home.port(19300), folder("opensearch"),
				options("opensearch", 300));
		this.s3 = new S3Server(home.port(19000), folder("s3"), options("s3", 64), "jangteo",
				this.secrets.get("storage-secret-key"));

		this.sandbox = new SandboxPart(home, this.jars.of(SandboxPart.NAME), this.secrets.get(PROVIDER_SECRET_KEY),
				gateway().resolve("/api/v1/payments/webhooks/toss"));

		this.servers = List.of(new ServerPart(this.postgres), new ServerPart(this.kafka), new ServerPart(this.redis),
				new ServerPart(this.openSearch), new ServerPart(this.s3), this.sandbox);
		this.services = Services.all()
			.stream()
			.map((service) -> new ServicePart(service, home, environment(service)))
			.toList();
	}

	public Home home() {
		return this.home;
	}

	public Secrets secrets() {
		return this.secrets;
	}

	public URI gateway() {
		return URI.create("http://127.0.0.1:" + this.home.port(8080));
	}

	/**
	 * Where the payment provider is played.
	 */
	public URI sandbox() {
		return this.sandbox.address();
	}

	/**
	 * Servers first, then services.
	 */
	public List<Part> parts() {

		var parts = new ArrayList<>(this.servers);
		parts.addAll(this.services);
		return List.copyOf(parts);
	}

	/**
	 * The server or service of this name.
	 * @throws ServerFailed when there is none
	 */
	public Part part(String name) {

		return parts().stream()
			.filter((part) -> part.name().equals(name) || part.name().equals(name + "-service"))
			.findFirst()
			.orElseThrow(() -> new ServerFailed("There is no \"%s\". There are: %s".formatted(name,
					String.join(", ", parts().stream().map(Part::name).toList()))));
	}

	/**
	 * Brings up what does not run, and returns when everything answers.
	 */
	public void up() {

		Preflight.check(this.home, parts());
		this.home.rememberOffset();
		installPrograms();

		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {

			if (isKept()) {
				trainServers(threads);
			}

			// The search index takes longest, and no service waits for it in order to
			// start.
			var slow = all(this.servers.stream().filter((part) -> part.name().equals("opensearch")).toList(),
					this::startServer, threads);
			all(this.servers.stream().filter((part) -> !part.name().equals("opensearch")).toList(), this::startServer,
					threads)
				.join();

			createDatabases();
			stopOutdated();

			if (isKept()) {
				train();
			}

			all(this.services, this::startService, threads).join();
			slow.join();
		}
		catch (CompletionException e) {
			throw (e.getCause() instanceof ServerFailed failed) ? failed
					: new ServerFailed(String.valueOf(e.getMessage()), e);
		}
	}

	/**
	 * Ends everything in order, services first.
	 */
	public void down() {

		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			all(this.services, this::stop, threads).join();
			all(this.servers, this::stop, threads).join();
		}
	}

	/**
	 * Ends everything and deletes all data. What was built and prepared stays.
	 */
	public void reset() {

		down();
		InstalledJars.delete(this.home.servers());
		InstalledJars.delete(this.home.folder().resolve("secrets.properties"));
		InstalledJars.delete(this.home.folder().resolve("sample.properties"));
	}

	/**
	 * What PostgreSQL itself says about its durability.
	 */
	public String durability() {
		return "fsync=%s, synchronous_commit=%s, full_page_writes=%s".formatted(this.postgres.show("fsync"),
				this.postgres.show("synchronous_commit"), this.postgres.show("full_page_writes"));
	}

	private Path folder(String server) {
		return this.home.servers().resolve(server);
	}

	private ServerOptions options(String program, int heap) {

		var options = new ServerOptions(this.home.lifetime(), true, heap, Optional.empty(), Optional.empty());

		return program.isEmpty() ? options
				: options.withJars(this.jars.of(program)).withAotCache(this.jars.of(program).resolve(aotName()));
	}

	private static String aotName() {
		return System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]", "-") + ".aot";
	}

	private void installPrograms() {

		for (String program : List.of("kafka", "opensearch", "s3")) {
			if (!part(program).isRunning()) {
				this.jars.install(program, JavaServer.builtJars(program), "embedded-" + program + ".jar");
			}
		}

		if (!this.sandbox.isRunning()) {
			this.jars.install(SandboxPart.NAME, SandboxPart.builtJars(), SandboxPart.JAR);
		}
	}

	// What runs once is not worth the training.
	private boolean isKept() {
		return this.home.lifetime() == Lifetime.UNTIL_STOPPED;
	}

	private void trainServers(ExecutorService threads) {

		var untrained = List.<JavaServer>of(this.kafka, this.openSearch, this.s3)
			.stream()
			.filter((server) -> !server.isRunning())
			.filter((server) -> Files.notExists(this.jars.of(server.name()).resolve(aotName())))
			.toList();

		if (untrained.isEmpty()) {
			return;
		}

		this.progress.says("First start: preparing the JVMs of %s, so that later starts are quick"
			.formatted(String.join(", ", untrained.stream().map(JavaServer::name).toList())));

		CompletableFuture
			.allOf(untrained.stream()
				.map((server) -> CompletableFuture.runAsync(server::train, threads))
				.toArray(CompletableFuture[]::new))
			.join();
	}

	private void createDatabases() {
		this.services.stream()
			.map(ServicePart::service)
			.filter(Service::database)
			.forEach((service) -> this.postgres.createDatabase(service.databaseName(), password(service)));
	}

	private void stopOutdated() {
		this.services.stream().filter(ServicePart::isOutdated).forEach((service) -> {
			this.progress.says("  %-16s runs an older build; it is started anew".formatted(service.name()));
			service.stop();
		});
	}

	private void train() {

		var untrained = this.services.stream()
			.filter((service) -> !service.isRunning())
			.filter((service) -> !service.isTrained())
			.toList();

		if (untrained.isEmpty()) {
			return;
		}

		this.progress.says("New build: preparing the JVMs of %s (once per build)"
			.formatted(String.join(", ", untrained.stream().map(Part::name).toList())));

		try (var threads = Executors.newFixedThreadPool(TRAINED_AT_ONCE)) {
			all(untrained, (service) -> {

				var start = Instant.now();

				if (service.train()) {
					says(service, "prepared", start, null);
				}
				else {
					says(service, "not prepared (it will start more slowly)", start, null);
				}
			}, threads).join();
		}
	}

	private void startServer(Part part) {

		var running = part.isRunning();
		var start = Instant.now();
		part.start();

		says(part, running ? "runs" : "started", start, part.name().equals("postgres") ? durability() : null);
	}

	private void startService(Part part) {

		var running = part.isRunning();
		var start = Instant.now();
		part.start();

		says(part, running ? "runs" : "started", start, null);
	}

	private void stop(Part part) {

		if (part.isRunning()) {
			var start = Instant.now();
			part.stop();
			says(part, "stopped", start, null);
		}
	}

	private void says(Part part, String what, Instant start, @Nullable String more) {
		this.progress.says("  %-16s %-6d %s, %.1f s%s".formatted(part.name(), part.port(), what,
				Duration.between(start, Instant.now()).toMillis() / 1000.0, (more != null) ? " (" + more + ")" : ""));
	}

	private Map<String, String> environment(Service service) {

		var environment = new HashMap<String, String>();

		environment.put("SPRING_PROFILES_ACTIVE", "local");
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("JANGTEO_PORT_OFFSET", Integer.toString(this.home.portOffset()));
		environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", this.kafka.bootstrapServers());
		environment.put("SPRING_DATA_REDIS_URL", this.redis.url());
		environment.put("JANGTEO_OPENSEARCH_URL", this.openSearch.url());
		environment.put("JANGTEO_STORAGE_ENDPOINT", this.s3.objectStorage().endpoint());
		environment.put("JANGTEO_STORAGE_REGION", "us-east-1");
		environment.put("JANGTEO_STORAGE_ACCESS_KEY", this.s3.objectStorage().accessKey());
		environment.put("JANGTEO_STORAGE_SECRET_KEY", this.s3.objectStorage().secretKey());
		environment.put("JANGTEO_PROVIDER_URL", this.sandbox.address().toString());
		environment.put("JANGTEO_PROVIDER_SECRET_KEY", this.secrets.get(PROVIDER_SECRET_KEY));
		environment.put("JANGTEO_SECURITY_SERVICE_SECRET", this.secrets.get("service-secret"));

		for (Service other : Services.all()) {

			var url = "http://127.0.0.1:" + this.home.port(other.port());
			environment.put("JANGTEO_CLIENTS_%s_URL".formatted(other.key()), url);

			if (other.key().equals("MEMBER")) {
				environment.put("JANGTEO_SECURITY_JWKS_URI", url + "/.well-known/jwks.json");
			}
		}

		if (service.database()) {
			environment.put("SPRING_DATASOURCE_URL",
					"jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.postgres.port(), service.databaseName()));
			environment.put("SPRING_DATASOURCE_USERNAME", service.databaseName());
			environment.put("SPRING_DATASOURCE_PASSWORD", password(service));
		}

		service.environment().forEach((name, value) -> environment.put(name, resolved(value)));
		return environment;
	}

	private String password(Service service) {
		return this.secrets.get(service.name() + "-database-password");
	}

	private String resolved(String value) {
		return (value.startsWith("${") && value.endsWith("}"))
				? this.secrets.get(value.substring(2, value.length() - 1)) : value;
	}

	private static <P extends Part> CompletableFuture<Void> all(List<P> parts, Consumer<P> task,
			ExecutorService threads) {
		return CompletableFuture.allOf(parts.stream()
			.map((part) -> CompletableFuture.runAsync(() -> task.accept(part), threads))
			.toArray(CompletableFuture[]::new));
	}

}
