package dev.jangteo.benchmarks.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.jangteo.benchmarks.figures.Latencies;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Neighbourhood.Shop;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;
import dev.jangteo.benchmarks.sql.Sql;

/**
 * A provider that takes connections and never answers, while shoppers keep on trying
 * their cards.
 */
public final class Outage implements AutoCloseable {

	public static final int PER_SECOND = 10;

	private final Platform platform;

	private final CardShopper shopper;

	private final Queue<Long> answers = new ConcurrentLinkedQueue<>();

	private final ScheduledExecutorService shoppers = Executors.newScheduledThreadPool(1);

	private final Queue<CardShopper.Chosen> chosen = new ConcurrentLinkedQueue<>();

	private final List<Shop> shops;

	private volatile boolean isDead;

	/**
	 * From now on shoppers try their cards.
	 */
	public Outage(Platform platform, List<Shop> shops) {
		this.platform = platform;
		this.shopper = new CardShopper(platform);
		this.shops = shops;
		long[] number = { 0 };
		this.shoppers.scheduleAtFixedRate(() -> {
			Shop shop = shops.get((int) (number[0]++ % shops.size()));
			Thread.ofVirtual().start(() -> tryToBuy(shop));
		}, 0, 1000 / PER_SECOND, TimeUnit.MILLISECONDS);
	}

	private void tryToBuy(Shop shop) {
		boolean wasDead = this.isDead;
		long start = System.nanoTime();
		try {
			CardShopper.Chosen card = wasDead ? this.chosen.poll() : this.shopper.choose(shop);
			if (card != null) {
				this.shopper.tryToPay(card);
			}
			else {
				this.shopper.tryToOrder(shop);
			}
		}
		catch (Unmeasurable ex) {
			return;
		}
		if (wasDead && this.isDead) {
			this.answers.add(System.nanoTime() - start);
		}
	}

	/**
	 * The provider stands still. So many shoppers have chosen their card before.
	 */
	public void begin(int shoppers) {
		for (int i = 0; i < shoppers; i++) {
			this.chosen.add(this.shopper.choose(this.shops.get(i % this.shops.size())));
		}
		this.platform.provider().suspend();
		this.isDead = true;
	}

	/**
	 * The provider answers again.
	 * @return seconds until every payment's outcome was known
	 */
	public double end() throws SQLException, InterruptedException {
		this.isDead = false;
		this.chosen.clear();
		this.platform.provider().resume();
		long start = System.nanoTime();
		try (Connection connection = Sql.open(this.platform.database(Part.PAYMENT))) {
			// Those younger than a second are on their way.
			String unknown = """
					select count(*)
					from payments
					where status in ('REQUESTED', 'UNKNOWN') and requested_at < now() - interval '1 second'
					""";
			while (Sql.number(connection, unknown) > 0) {
				if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(5)) {
					throw new Unmeasurable("Payments are unknown five minutes after the provider came back.");
				}
				Thread.sleep(100);
			}
		}
		return (System.nanoTime() - start) / 1e9;
	}

	/**
	 * How long shoppers with cards were waiting while the provider was dead.
	 */
	public Latencies answers() {
		return Latencies.of(this.answers);
	}

	@Override
	public void close() {
		this.shoppers.shutdownNow();
		this.platform.provider().resume();
	}

}
