package dev.jangteo.benchmarks.suite;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Neighbourhood.Shop;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.tools.Cost;
import dev.jangteo.benchmarks.tools.RedisBenchmark;
import dev.jangteo.benchmarks.tools.Requests;
import dev.jangteo.benchmarks.tools.Requests.Request;
import dev.jangteo.benchmarks.tools.Wrk;

/**
 * 25 shops by id from search-service over HTTP, against redis-benchmark reading the very
 * same 25 values with one MGET.
 */
final class ListBenchmark implements Benchmark {

	private static final double REACH = 0.35;

	private static final int SIZE = 25;

	private static final int LISTS = 40;

	private static final int CONNECTIONS = 32;

	private static final String KEY = "jangteo:display:shop:{%s}";

	private static final String OURS = "list";

	private static final String PEER = "redis-benchmark";

	private static final String GATEWAY = "through the gateway";

	@Override
	public String name() {
		return OURS;
	}

	@Override
	public String about() {
		return "25 shops by id over HTTP, against redis-benchmark MGET of the same 25";
	}

	@Override
	public Set<Part> needs() {
		return Set.of(Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.OPENSEARCH, Part.SHOP, Part.SEARCH, Part.GATEWAY);
	}

	@Override
	public void warmUp(Run run) throws Exception {
		awaitShops(run);
		requests(run).asFastAsPossible(new Wrk(2, CONNECTIONS), run.platform().service(Part.SEARCH),
				run.pace().warmUp());
	}

	@Override
	public List<Figure> measure(Run run) throws Exception {
		Requests requests = requests(run);
		RedisBenchmark redis = new RedisBenchmark(run.platform().redis().port());
		List<String> mget = mget(run, redis);
		Duration time = run.pace().round();
		long count = (long) (redis.run(mget, CONNECTIONS, 20_000) * time.toSeconds());
		list(requests, run.platform().service(Part.SEARCH), Duration.ofSeconds(2));
		requests.asFastAsPossible(new Wrk(2, CONNECTIONS), run.platform().service(Part.GATEWAY), Duration.ofSeconds(2));
		run.progress().say("list: %d connections".formatted(CONNECTIONS));
		Measurements rates = run.pace()
			.newRounds()
			.withSeveral(OURS,
					() -> Cost.of(OURS, () -> run.platform().process(Part.SEARCH),
							() -> list(requests, run.platform().service(Part.SEARCH), time)))
			.with(PEER, () -> redis.run(mget, CONNECTIONS, count))
			.with(GATEWAY, () -> list(requests, run.platform().service(Part.GATEWAY), time).trusted(GATEWAY))
			.run();
		return List.of(
				Figure
					.ratio("list.throughput", "list of 25 shops by id", "/s", rates.of(OURS), PEER, rates.of(PEER),
							REACH)
					.noting("%d connections, no pipelining".formatted(CONNECTIONS)),
				Figure.information("list.cpu", "search-service, processor time of a list", "µs",
						rates.of(OURS + ".cpu")),
				Figure.information("list.gateway", "the same through the gateway", "/s", rates.of(GATEWAY)));
	}

	private static Wrk.Report list(Requests requests, URI address, Duration time) throws Exception {
		return requests.asFastAsPossible(new Wrk(2, CONNECTIONS), address, time);
	}

	private static Requests requests(Run run) {
		Random random = new Random(25);
		return new Requests(IntStream.range(0, LISTS)
			.mapToObj((_) -> Request.get("/api/v1/shops?ids=" + ids(run, random), ""))
			.toList(), false);
	}

	private static String ids(Run run, Random random) {
		List<Shop> shops = new ArrayList<>(run.neighbourhood().shops());
		Collections.shuffle(shops, random);
		return shops.stream().limit(SIZE).map((shop) -> shop.id().toString()).collect(Collectors.joining(","));
	}

	private static List<String> mget(Run run, RedisBenchmark redis) throws Exception {
		List<String> command = new ArrayList<>(List.of("MGET"));
		run.neighbourhood().shops().stream().limit(SIZE).map(Shop::id).map(KEY::formatted).forEach(command::add);
		for (String key : command.subList(1, command.size())) {
			if (!redis.ask("STRLEN", key).getFirst().matches("[1-9]\\d*")) {
				throw new Unmeasurable("The display store has no %s: were its keys renamed?".formatted(key));
			}
		}
		return command;
	}

	private static void awaitShops(Run run) throws InterruptedException {
		List<UUID> ids = run.neighbourhood().shops().stream().map(Shop::id).toList();
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		for (int from = 0; from < ids.size(); from += SIZE) {
			List<UUID> some = ids.subList(from, Math.min(from + SIZE, ids.size()));
			URI list = run.platform()
				.service(Part.SEARCH)
				.resolve("/api/v1/shops?ids=" + some.stream().map(UUID::toString).collect(Collectors.joining(",")));
			while (run.platform().http().get(list).body().path("items").size() < some.size()) {
				if (System.nanoTime() > end) {
					throw new Unmeasurable("search-service does not know all shops after 60 s.");
				}
				Thread.sleep(100);
			}
		}
	}

}
