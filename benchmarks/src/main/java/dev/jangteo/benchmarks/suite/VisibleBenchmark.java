package dev.jangteo.benchmarks.suite;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Latencies;
import dev.jangteo.benchmarks.figures.Series;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Http;
import dev.jangteo.benchmarks.platform.Neighbourhood;
import dev.jangteo.benchmarks.platform.Neighbourhood.Shop;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.sql.Sql;
import dev.jangteo.servers.Database;

/**
 * From the owner's edit, acknowledged by shop-service, until it can be seen: in
 * order-service's copy, on the shop's page and by a search for a word that is new.
 */
final class VisibleBenchmark implements Benchmark {

	private static final int PER_SECOND = 5;

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final double CONSUMER_REACH = 60;

	private static final double DISPLAY_REACH = 200;

	private static final double REFRESH = 500;

	private static final double SEARCH_REACH = REFRESH + 500;

	// A look costs the machine more than an edit does: few enough that looking is not
	// what
	// is measured.
	private static final long COPY_LOOK_MILLIS = 2;

	private static final long DISPLAY_LOOK_MILLIS = 5;

	private static final long SEARCH_LOOK_MILLIS = 100;

	private static final int WARM_UP = 50;

	private static final int LETTERS = 26;

	@Override
	public String name() {
		return "visible";
	}

	@Override
	public String about() {
		return "from an owner's edit to the order's copy, the shop's page and the search";
	}

	@Override
	public Set<Part> needs() {
		return Set.of(Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.OPENSEARCH, Part.SHOP, Part.ORDER, Part.SEARCH);
	}

	@Override
	public List<Figure> measure(Run run) throws Exception {
		edits(run, WARM_UP, 0);
		run.progress().say("visible: %d edits, %d a second".formatted(run.pace().samples(), PER_SECOND));
		List<Seen> seen = edits(run, run.pace().samples(), WARM_UP);
		Latencies consumer = Latencies.of(seen.stream().map(Seen::consumer).toList());
		Latencies display = Latencies.of(seen.stream().map(Seen::display).toList());
		Latencies search = Latencies.of(seen.stream().map(Seen::search).toList());
		String samples = "%d edits, %d a second; looked for every %d, %d and %d ms".formatted(seen.size(), PER_SECOND,
				COPY_LOOK_MILLIS, DISPLAY_LOOK_MILLIS, SEARCH_LOOK_MILLIS);
		return List.of(
				Figure.information("visible.consumer.p50", "edit to order's copy, p50", "ms", percentile(consumer, 50)),
				Figure
					.limit("visible.consumer.p99", "edit to order's copy, p99", "ms", percentile(consumer, 99),
							CONSUMER_REACH)
					.noting(samples),
				Figure.information("visible.display.p50", "edit to shop's page, p50", "ms", percentile(display, 50)),
				Figure.limit("visible.display.p99", "edit to shop's page, p99", "ms", percentile(display, 99),
						DISPLAY_REACH),
				Figure.information("visible.search.p50", "edit to search, p50", "ms", percentile(search, 50)),
				Figure.limit("visible.search.p99", "edit to search, p99", "ms", percentile(search, 99), SEARCH_REACH)
					.noting("refresh %.0f ms, and 500 ms".formatted(REFRESH)));
	}

	/**
	 * How long one edit took to each place, in nanoseconds.
	 */
	private record Seen(long consumer, long display, long search) {
	}

	/**
	 * Edits at a steady rate, each of another shop in turn, all watched at once.
	 */
	private static List<Seen> edits(Run run, int count, int from) throws Exception {
		List<Shop> shops = run.neighbourhood().shops();
		String token = run.platform().tokens().of(run.neighbourhood().owner(), "OWNER");
		List<Future<Seen>> watched = new ArrayList<>();
		try (Copy copy = new Copy(run.platform().database(Part.ORDER), PER_SECOND);
				ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
			long start = System.nanoTime();
			for (int i = from; i < from + count; i++) {
				long due = start + (i - from) * 1_000_000_000L / PER_SECOND;
				for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
					LockSupport.parkNanos(wait);
				}
				int number = i % shops.size();
				String word = word(System.nanoTime());
				watched.add(watchers.submit(() -> edit(run, copy, token, shops.get(number), number, word)));
			}
			List<Seen> seen = new ArrayList<>();
			for (Future<Seen> one : watched) {
				seen.add(one.get());
			}
			return seen;
		}
	}

	/**
	 * Letters only, so that Korean analysis keeps it one word, and new each time.
	 */
	static String word(long number) {
		StringBuilder word = new StringBuilder();
		for (long rest = number; rest > 0; rest /= LETTERS) {
			word.append((char) ('a' + rest % LETTERS));
		}
		return word.toString();
	}

	private static Seen edit(Run run, Copy copy, String token, Shop shop, int number, String word) throws Exception {
		Http http = run.platform().http();
		URI address = run.platform().service(Part.SHOP).resolve("/api/v1/owner/shops/" + shop.id());
		String etag = http.get(address, token).etag();
		Http.Answer answer = http.send("PUT", address, token, Neighbourhood.body(number, "동네 가게 " + word), "If-Match",
				etag);
		long committed = System.nanoTime();
		if (answer.status() != 200) {
			throw new Unmeasurable(
					"shop-service answered an edit with %d: %s".formatted(answer.status(), answer.body()));
		}
		long version = answer.body().required("version").asLong();
		URI page = run.platform().service(Part.SEARCH).resolve("/api/v1/shops/" + shop.id());
		URI search = run.platform().service(Part.SEARCH).resolve("/api/v1/shops?q=" + Http.encoded(word));
		try (ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Long> consumer = watchers.submit(() -> consumed(copy, shop, version) - committed);
			Future<Long> display = watchers.submit(
					() -> until(() -> http.get(page).body().path("version").asLong() >= version, DISPLAY_LOOK_MILLIS)
							- committed);
			Future<Long> found = watchers.submit(() -> until(
					() -> http.get(search)
						.body()
						.path("items")
						.valueStream()
						.anyMatch((item) -> shop.id().toString().equals(item.path("id").asString())),
					SEARCH_LOOK_MILLIS) - committed);
			return new Seen(consumer.get(), display.get(), found.get());
		}
	}

	private static long consumed(Copy copy, Shop shop, long version) throws Exception {
		String query = "SELECT version FROM copied_shops WHERE id = '%s'".formatted(shop.id());
		Connection connection = copy.take();
		try {
			return until(() -> Sql.number(connection, query) >= version, COPY_LOOK_MILLIS);
		}
		finally {
			copy.giveBack(connection);
		}
	}

	/**
	 * Looks again and again.
	 * @return when it was seen
	 */
	private static long until(Look look, long pauseMillis) throws Exception {
		long start = System.nanoTime();
		while (!look.sees()) {
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new Unmeasurable("An edit was not seen within %d s.".formatted(LIMIT.toSeconds()));
			}
			Thread.sleep(pauseMillis);
		}
		return System.nanoTime();
	}

	private static Series percentile(Latencies latencies, double percentile) {
		return Series.of(latencies.percentileMillis(percentile));
	}

	/**
	 * Connections into order-service's database that are open before they are needed.
	 */
	private static final class Copy implements AutoCloseable {

		private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

		Copy(Database database, int size) throws SQLException {
			for (int i = 0; i < size; i++) {
				this.connections.add(Sql.open(database));
			}
		}

		Connection take() throws InterruptedException {
			return this.connections.take();
		}

		void giveBack(Connection connection) {
			this.connections.add(connection);
		}

		@Override
		public void close() throws SQLException {
			for (Connection connection : this.connections) {
				connection.close();
			}
		}

	}

	/**
	 * One look.
	 */
	@FunctionalInterface
	private interface Look {

		boolean sees() throws Exception;

	}

}
