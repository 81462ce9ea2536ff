package dev.jangteo.benchmarks.suite;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Latencies;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Tokens;
import dev.jangteo.benchmarks.tools.Cost;
import dev.jangteo.benchmarks.tools.Nginx;
import dev.jangteo.benchmarks.tools.OpenLoad;
import dev.jangteo.benchmarks.tools.Requests;
import dev.jangteo.benchmarks.tools.Wrk;

/**
 * The gateway with token check and rate limit, between wrk and a backend that does
 * nothing, against nginx in the same place and against no proxy at all.
 */
final class GatewayBenchmark implements Benchmark {

	private static final int MEMBERS = 100;

	private static final int CONNECTIONS = 64;

	private static final double THROUGHPUT_REACH = 0.40;

	private static final double P50_REACH = 0.4;

	private static final double P99_REACH = 2;

	private static final String GATEWAY = "gateway";

	private static final String NGINX = "nginx proxy";

	private static final String DIRECT = "direct";

	@Override
	public String name() {
		return GATEWAY;
	}

	@Override
	public String about() {
		return "throughput and added latency of the gateway, against nginx as proxy and against no proxy";
	}

	@Override
	public Set<Part> needs() {
		return Set.of(Part.REDIS, Part.GATEWAY);
	}

	@Override
	public void warmUp(Run run) throws Exception {
		// Cold, it may refuse some.
		wrk(requests(run), run.platform().service(Part.GATEWAY), run.pace().warmUp());
	}

	@Override
	public List<Figure> measure(Run run) throws Exception {
		Requests requests = requests(run);
		URI gateway = run.platform().service(Part.GATEWAY);
		URI direct = run.platform().backend();
		try (Nginx proxy = Nginx.proxy(run.platform().folder(), direct)) {
			Duration time = run.pace().round();
			wrk(requests, proxy.address(), Duration.ofSeconds(2));
			run.progress().say("gateway: throughput, %d connections".formatted(CONNECTIONS));
			Measurements throughput = run.pace()
				.newRounds()
				.withSeveral(GATEWAY,
						() -> Cost.of(GATEWAY, () -> run.platform().process(Part.GATEWAY),
								() -> wrk(requests, gateway, time)))
				.withSeveral(NGINX, () -> Cost.of(NGINX, proxy::handle, () -> wrk(requests, proxy.address(), time)))
				.with(DIRECT, () -> wrk(requests, direct, time).trusted(DIRECT))
				.run();
			double half = throughput.of(GATEWAY).median() / 2;
			run.progress().say("gateway: latency at %.0f requests a second".formatted(half));
			OpenLoad load = new OpenLoad(CONNECTIONS);
			load.run(gateway, requests.bytes(gateway), half, Duration.ofSeconds(2));
			load.run(direct, requests.bytes(direct), half, Duration.ofSeconds(2));
			Measurements latency = run.pace()
				.newRounds()
				.withSeveral(GATEWAY,
						() -> percentiles(GATEWAY, load.run(gateway, requests.bytes(gateway), half, time)))
				.withSeveral(DIRECT, () -> percentiles(DIRECT, load.run(direct, requests.bytes(direct), half, time)))
				.withSeveral(NGINX,
						() -> percentiles(NGINX,
								load.run(proxy.address(), requests.bytes(proxy.address()), half, time)))
				.run();
			return figures(throughput, latency, half);
		}
	}

	private static List<Figure> figures(Measurements throughput, Measurements latency, double half) {
		String rate = "open model at %.0f/s, half of the gateway's throughput".formatted(half);
		return List.of(
				Figure
					.ratio("gateway.throughput", "gateway, JWT and rate limit on", "/s", throughput.of(GATEWAY), NGINX,
							throughput.of(NGINX), THROUGHPUT_REACH)
					.noting("%d connections, tokens of %d members".formatted(CONNECTIONS, MEMBERS)),
				Figure.information("gateway.direct", "the same backend without a proxy", "/s", throughput.of(DIRECT))
					.noting("the load generator carries at least this much"),
				Figure
					.information("gateway.cpu", "gateway, processor time of a request", "µs",
							throughput.of(GATEWAY + ".cpu"))
					.beside(NGINX, throughput.of(NGINX + ".cpu")),
				added("gateway.added.p50", "gateway, added latency p50", latency, "p50", P50_REACH).noting(rate),
				added("gateway.added.p99", "gateway, added latency p99", latency, "p99", P99_REACH).noting(rate),
				Figure.information("nginx.added.p99", "nginx proxy, added latency p99", "ms",
						latency.of(NGINX + ".p99").minus(latency.of(DIRECT + ".p99"))));
	}

	private static Figure added(String name, String what, Measurements latency, String percentile, double reach) {
		return Figure.limit(name, what, "ms",
				latency.of(GATEWAY + "." + percentile).minus(latency.of(DIRECT + "." + percentile)), reach);
	}

	private static Map<String, Double> percentiles(String name, Latencies latencies) {
		return Map.of(name + ".p50", latencies.percentileMillis(50), name + ".p99", latencies.percentileMillis(99));
	}

	private static Wrk.Report wrk(Requests requests, URI address, Duration time) throws Exception {
		return requests.asFastAsPossible(new Wrk(2, CONNECTIONS), address, time);
	}

	private static Requests requests(Run run) {
		Tokens tokens = run.platform().tokens();
		return new Requests(IntStream.range(0, MEMBERS)
			.mapToObj((i) -> Requests.Request.get("/api/v1/members/me", tokens.of(UUID.randomUUID(), "SHOPPER")))
			.toList(), false);
	}

}
