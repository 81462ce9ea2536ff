package dev.jangteo.benchmarks.payments;

import java.util.UUID;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;

/**
 * How quickly charges nobody has counted come from the ledger to whoever watches: the
 * longer of the two ways, as after all instances were killed.
 */
public final class LiveSales {

	/** To be taken in within a second. */
	private static final int A_SECONDS_WORTH = 60_000;

	private static final double REACH_MILLIS = 1000;

	private final Platform platform;

	private final int rounds;

	private final int charges;

	/**
	 * Rounds with so many charges each, all at once.
	 */
	public LiveSales(Platform platform, int rounds, int charges) {
		this.platform = platform;
		this.rounds = rounds;
		this.charges = charges;
	}

	public Figure measure() throws Exception {
		LedgerRows rows = new LedgerRows(this.platform);
		try (SalesWatcher watcher = new SalesWatcher(this.platform.service(Part.PAYMENT),
				this.platform.tokens().of(UUID.randomUUID(), "OPERATOR"))) {
			long[] shown = { watcher.next() };
			Measurements times = new Rounds(this.rounds).with("sales", () -> {
				long committed = rows.charged(this.charges);
				shown[0] += this.charges;
				return (watcher.until(shown[0]) - committed) / 1e6 * A_SECONDS_WORTH / this.charges;
			}).run();
			return Figure
				.limit("payments.sales", "live sales, taking in %,d charges".formatted(A_SECONDS_WORTH), "ms",
						times.of("sales"), REACH_MILLIS)
				.noting("%,d charges of the ledger at once, from their commit to the stream".formatted(this.charges));
		}
	}

}
