package dev.jangteo.benchmarks.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Latencies;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.figures.Series;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.payments.CardShopper;
import dev.jangteo.benchmarks.payments.Confirmations;
import dev.jangteo.benchmarks.payments.DayClose;
import dev.jangteo.benchmarks.payments.LiveSales;
import dev.jangteo.benchmarks.payments.Outage;
import dev.jangteo.benchmarks.platform.Neighbourhood.Shop;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Provider;
import dev.jangteo.benchmarks.tools.Requests;
import dev.jangteo.benchmarks.tools.Wrk;

/**
 * Cards: how long until an order is placed, how many are confirmed, what orders at the
 * door feel of a dead provider, how long a day's close takes, and how much live sales can
 * take in. It comes last, as it ends services in the course.
 */
final class PaymentsBenchmark implements Benchmark {

	private static final Duration PROVIDER_TAKES = Duration.ofMillis(50);

	private static final int PER_SECOND = 5;

	private static final int CONNECTIONS = 32;

	private static final int WARM_UP = 40;

	private static final double PLACED_REACH = 300;

	private static final double AT_THE_DOOR_REACH = 0.90;

	private static final double KNOWN_REACH = 120;

	@Override
	public String name() {
		return "payments";
	}

	@Override
	public String about() {
		return "paying by card, a dead provider, a day's close, live sales";
	}

	@Override
	public Set<Part> needs() {
		return Set.of(Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.STORAGE, Part.PROVIDER, Part.SHOP, Part.ORDER,
				Part.PAYMENT);
	}

	@Override
	public void warmUp(Run run) throws Exception {
		OrderBenchmark.awaitCopy(run);
		door(run, run.pace().warmUp().dividedBy(2));
		long end = System.nanoTime() + run.pace().warmUp().dividedBy(2).toNanos();
		while (System.nanoTime() < end) {
			shopping(run, WARM_UP);
		}
	}

	@Override
	public List<Figure> measure(Run run) throws Exception {
		List<Figure> figures = new ArrayList<>(placed(run));
		figures.addAll(outage(run));
		figures.add(new LiveSales(run.platform(), run.pace().rounds(), run.pace().backlog()).measure());
		run.progress().say("payments: a day with %,d payments".formatted(run.pace().settled()));
		figures.addAll(new DayClose(run.platform(), run.pace().settled()).measure());
		run.progress().say("payments: %d connections".formatted(CONNECTIONS));
		figures.addAll(new Confirmations(run.platform(), CONNECTIONS).measure(run.pace().newRounds(),
				run.pace().round(), run.pace().warmUp()));
		return figures;
	}

	/**
	 * The provider alone at the same rate is the peer.
	 */
	private static List<Figure> placed(Run run) throws Exception {
		run.progress().say("payments: %d card orders, %d a second".formatted(run.pace().samples(), PER_SECOND));
		Provider provider = run.platform().provider();
		provider.takes(PROVIDER_TAKES);
		shopping(run, WARM_UP);
		Latencies ours = shopping(run, run.pace().samples());
		Latencies alone = steadily(run.pace().samples(), (i) -> charge(provider));
		provider.isWell();
		return List.of(
				Figure.information("payments.placed.p50", "card order to placed, p50, beyond the provider", "ms",
						beyond(ours, alone, 50)),
				Figure
					.limit("payments.placed.p99", "card order to placed, p99, beyond the provider", "ms",
							beyond(ours, alone, 99), PLACED_REACH)
					.noting("%d orders, %d a second; the provider alone: p99 %.0f ms".formatted(ours.count(),
							PER_SECOND, alone.percentileMillis(99))));
	}

	private static Series beyond(Latencies ours, Latencies alone, double percentile) {
		return Series.of(ours.percentileMillis(percentile) - alone.percentileMillis(percentile));
	}

	/**
	 * Cards are tried all the time; what is counted are the orders at the door.
	 */
	private static List<Figure> outage(Run run) throws Exception {
		Duration time = run.pace().outage();
		run.progress().say("payments: the provider is dead for %d s".formatted(time.toSeconds()));
		door(run, Duration.ofSeconds(2));
		List<Double> known = new ArrayList<>();
		try (Outage outage = new Outage(run.platform(), run.neighbourhood().shops())) {
			Measurements door = new Rounds(2).with("before", () -> door(run, time).trusted("orders at the door"))
				.with("dead", () -> {
					outage.begin((int) time.toSeconds() * Outage.PER_SECOND / 2);
					double rate = door(run, time).trusted("orders at the door");
					known.add(outage.end());
					return rate;
				})
				.run();
			return List.of(Figure
				.ratio("payments.outage", "orders at the door, provider dead", "/s", door.of("dead"), "before",
						door.of("before"), AT_THE_DOOR_REACH)
				.noting("dead for %d s; cards are tried %d times a second before and meanwhile, answered within %.0f ms (p99)"
					.formatted(time.toSeconds(), Outage.PER_SECOND, outage.answers().percentileMillis(99))),
					Figure.limit("payments.known", "until every payment is known again", "s", new Series(known),
							KNOWN_REACH));
		}
	}

	private static Wrk.Report door(Run run, Duration time) throws Exception {
		Requests requests = OrderBenchmark.requests(run);
		return requests.asFastAsPossible(new Wrk(2, CONNECTIONS), run.platform().service(Part.ORDER), time);
	}

	private static Latencies shopping(Run run, int count) throws Exception {
		CardShopper shopper = new CardShopper(run.platform());
		List<Shop> shops = run.neighbourhood().shops();
		return steadily(count, (i) -> shopper.buy(shops.get(i % shops.size())));
	}

	private static long charge(Provider provider) {
		UUID order = UUID.randomUUID();
		String key = provider.widget(order, 18_000);
		long start = System.nanoTime();
		provider.confirm(key, order, 18_000);
		return System.nanoTime() - start;
	}

	/**
	 * Something that is due so many times a second, however long it takes.
	 */
	private static Latencies steadily(int count, Timed timed) throws Exception {
		List<Future<Long>> all = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			long start = System.nanoTime();
			for (int i = 0; i < count; i++) {
				long due = start + i * 1_000_000_000L / PER_SECOND;
				for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
					LockSupport.parkNanos(wait);
				}
				int number = i;
				all.add(threads.submit(() -> timed.nanos(number)));
			}
			List<Long> nanos = new ArrayList<>();
			for (Future<Long> one : all) {
				nanos.add(one.get());
			}
			return Latencies.of(nanos);
		}
		catch (ExecutionException ex) {
			throw new Unmeasurable(Unmeasurable.firstReason(ex), ex);
		}
	}

	/**
	 * Does something and says how long it took.
	 */
	@FunctionalInterface
	private interface Timed {

		long nanos(int number) throws Exception;

	}

}
