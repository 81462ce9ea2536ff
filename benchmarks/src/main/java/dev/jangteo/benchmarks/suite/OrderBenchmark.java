package dev.jangteo.benchmarks.suite;

import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Http;
import dev.jangteo.benchmarks.platform.Neighbourhood;
import dev.jangteo.benchmarks.platform.Neighbourhood.Product;
import dev.jangteo.benchmarks.platform.Neighbourhood.Shop;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.sql.PgBenchScript;
import dev.jangteo.benchmarks.sql.Sql;
import dev.jangteo.benchmarks.sql.StatementLog;
import dev.jangteo.benchmarks.sql.StatementLog.Logged;
import dev.jangteo.benchmarks.tools.Cost;
import dev.jangteo.benchmarks.tools.PgBench;
import dev.jangteo.benchmarks.tools.Requests;
import dev.jangteo.benchmarks.tools.Requests.Request;
import dev.jangteo.benchmarks.tools.Wrk;
import dev.jangteo.servers.Database;
import tools.jackson.databind.json.JsonMapper;

/**
 * Placing orders at order-service, against pgbench repeating what order-service was seen
 * to do in the database, on a copy of that database with the same rows and indexes.
 */
final class OrderBenchmark implements Benchmark {

	private static final double REACH = 0.50;

	private static final int CONNECTIONS = 32;

	private static final int MEMBERS = 200;

	private static final int RECORDED = 8;

	private static final int RECORDINGS = 6;

	private static final int ATTEMPTS = 60;

	private static final String COPY = "order_service_peer";

	private static final String OURS = "order";

	private static final String PEER = "pgbench";

	/** What runs beside the requests on other connections and belongs to no order. */
	static final String MACHINERY = "(?is).*(notification_cursor|from notification_log|advisory_lock"
			+ "|failed_subject|follower_memory|expires_at <= |count\\(\\*\\)|pg_snapshot_xmin).*|\\s*((set|show|select 1)\\b.*)?";

	@Override
	public String name() {
		return OURS;
	}

	@Override
	public String about() {
		return "placing an order, against pgbench of the same SQL";
	}

	@Override
	public Set<Part> needs() {
		return Set.of(Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.SHOP, Part.ORDER);
	}

	@Override
	public void warmUp(Run run) throws Exception {
		awaitCopy(run);
		requests(run).asFastAsPossible(new Wrk(2, CONNECTIONS), run.platform().service(Part.ORDER),
				run.pace().warmUp());
	}

	@Override
	public List<Figure> measure(Run run) throws Exception {
		List<PgBenchScript> scripts = recorded(run);
		copyDatabase(run);
		Database database = run.platform().database(Part.ORDER);
		PgBench pgBench = new PgBench(run.platform().postgres().port(), COPY, database.username(), database.password());
		Requests requests = requests(run);
		Duration time = run.pace().round();
		place(run, requests, Duration.ofSeconds(2));
		pgBench.run(scripts, CONNECTIONS, Duration.ofSeconds(2));
		run.progress().say("order: %d connections".formatted(CONNECTIONS));
		Measurements throughput = run.pace()
			.newRounds()
			.withSeveral(OURS,
					() -> Cost.of(OURS, () -> run.platform().process(Part.ORDER), () -> place(run, requests, time)))
			.with(PEER, () -> pgBench.run(scripts, CONNECTIONS, time))
			.run();
		Figure cost = Figure.information("order.cpu", "order-service, processor time of an order", "µs",
				throughput.of(OURS + ".cpu"));
		return List.of(Figure
			.ratio("order.throughput", "placing an order", "/s", throughput.of(OURS), PEER, throughput.of(PEER), REACH)
			.noting("%d connections; pgbench repeats %d statements in a database with %,d orders; fsync=%s, synchronous_commit=%s"
				.formatted(CONNECTIONS, scripts.getFirst().statements(), orders(run),
						run.platform().postgres().show("fsync"), run.platform().postgres().show("synchronous_commit"))),
				cost);
	}

	private static Wrk.Report place(Run run, Requests requests, Duration time) throws Exception {
		URI address = run.platform().service(Part.ORDER);
		return requests.asFastAsPossible(new Wrk(2, CONNECTIONS), address, time);
	}

	private static Requests requests(Run run) {
		List<Shop> shops = run.neighbourhood().shops();
		return new Requests(IntStream.range(0, MEMBERS)
			.mapToObj((i) -> new Request("POST", "/api/v1/orders",
					run.platform().tokens().of(UUID.randomUUID(), "SHOPPER"),
					JsonMapper.shared().writeValueAsString(order(shops.get(i % shops.size())))))
			.toList(), true);
	}

	/**
	 * One of each of the shop's first two products, to be paid at the door.
	 */
	private static Map<String, Object> order(Shop shop) {
		List<Product> products = shop.products().subList(0, 2);
		int total = products.stream().mapToInt(Product::price).sum() + Neighbourhood.DELIVERY_FEE;
		return Map.of("shopId", shop.id(), "lines",
				products.stream().map((product) -> Map.of("productId", product.id(), "quantity", 1)).toList(),
				"delivery",
				Map.of("address", "서울 마포구 성산로 20", "detail", "301호", "location", Neighbourhood.door(), "phone",
						"010-1234-5678"),
				"wish", "문 앞에 놓아 주세요", "paymentMethod", "PAY_ON_DELIVERY", "expectedTotal", Neighbourhood.won(total));
	}

	/**
	 * Waits until the last shop made can be ordered from: the copy is whole then.
	 */
	private static void awaitCopy(Run run) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		for (Shop shop : run.neighbourhood().shops()) {
			while (true) {
				Http.Answer answer = placed(run, UUID.randomUUID(), shop);
				if (answer.status() == 201) {
					break;
				}
				if (System.nanoTime() > end) {
					throw new Unmeasurable(
							"order-service answers %d after 60 s: %s".formatted(answer.status(), answer.body()));
				}
				Thread.sleep(200);
			}
		}
	}

	private static Http.Answer placed(Run run, UUID member, Shop shop) {
		return run.platform()
			.http()
			.send("POST", run.platform().service(Part.ORDER).resolve("/api/v1/orders"),
					run.platform().tokens().of(member, "SHOPPER"), order(shop), "Idempotency-Key",
					UUID.randomUUID().toString());
	}

	/**
	 * One script for each of several shops and members.
	 */
	private static List<PgBenchScript> recorded(Run run) throws Exception {
		List<PgBenchScript> scripts = new ArrayList<>();
		try (StatementLog log = new StatementLog(run.platform().postgres(), Part.ORDER.database())) {
			for (int i = 0; i < RECORDED; i++) {
				scripts.add(recorded(run, log, "s%d_".formatted(i), run.neighbourhood().shops().get(i)));
			}
		}
		return scripts;
	}

	/**
	 * Something else may happen in the database during a recording, but hardly twice in
	 * the same way: the shortest that was seen twice is the order's alone.
	 */
	private static PgBenchScript recorded(Run run, StatementLog log, String name, Shop shop) throws Exception {
		UUID member = UUID.randomUUID();
		List<List<Logged>> recordings = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS && recordings.size() < RECORDINGS; i++) {
			List<Logged> recording = log.during(() -> placed(run, member, shop))
				.stream()
				.filter((logged) -> !logged.sql().matches(MACHINERY))
				.toList();
			// A session takes the wish to be logged over when it gets round to it.
			if (recording.stream().anyMatch((logged) -> logged.sql().contains("insert into orders"))) {
				recordings.add(recording);
			}
		}
		recordings.sort(Comparator.comparingInt(List::size));
		for (int i = 1; i < recordings.size(); i++) {
			if (PgBenchScript.alike(recordings.get(i - 1), recordings.get(i))) {
				return PgBenchScript.of(name, recordings.get(i - 1), recordings.get(i));
			}
		}
		throw new Unmeasurable("Placing an order did not lead to the same statements twice.");
	}

	/**
	 * A database is copied while nobody is in it; the service comes back by itself.
	 */
	private static void copyDatabase(Run run) throws Exception {
		String original = Part.ORDER.database();
		try (Connection connection = Sql.open(run.platform().postgres().administration())) {
			Sql.execute(connection, "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(original));
			try {
				Sql.execute(connection,
						"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s'"
							.formatted(original));
				Sql.execute(connection, "CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(COPY, original, original));
			}
			finally {
				Sql.execute(connection, "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(original));
			}
		}
		awaitCopy(run);
	}

	private static long orders(Run run) throws Exception {
		try (Connection connection = Sql.open(run.platform().database(Part.ORDER))) {
			return Sql.number(connection, "SELECT count(*) FROM orders");
		}
	}

}
