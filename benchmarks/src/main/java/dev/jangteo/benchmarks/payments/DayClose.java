package dev.jangteo.benchmarks.payments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Series;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;
import dev.jangteo.benchmarks.sql.Sql;

/**
 * Closes a business day and exports it. A first, smaller day is closed before, so that
 * the memory of the second shows whether it grows with the day.
 */
public final class DayClose {

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private static final LocalDate SECOND = LocalDate.of(2020, 1, 2);

	private static final int A_MILLION = 1_000_000;

	private static final double REACH_SECONDS = 60;

	private static final double REACH_MEBIBYTES = 64;

	private static final Duration LIMIT = Duration.ofMinutes(15);

	private final Platform platform;

	private final int payments;

	/**
	 * A day with so many payments.
	 */
	public DayClose(Platform platform, int payments) {
		this.platform = platform;
		this.payments = payments;
	}

	public List<Figure> measure() throws Exception {
		LedgerRows rows = new LedgerRows(this.platform);
		rows.delivered(this.payments / 10, FIRST);
		close(FIRST);
		rows.delivered(this.payments, SECOND);
		double before = peakMebibytes();
		double seconds = close(SECOND);
		double grown = peakMebibytes() - before;
		return List.of(
				Figure
					.limit("payments.settlement", "settling %,d payments".formatted(A_MILLION), "s",
							Series.of(seconds * A_MILLION / this.payments), REACH_SECONDS)
					.noting("measured with %,d, with the export".formatted(this.payments)),
				Figure
					.limit("payments.settlement.memory", "settling ten times as many, memory beyond", "MiB",
							Series.of(grown), REACH_MEBIBYTES)
					.noting("peak of payment-service's resident memory: %.0f MiB".formatted(before + grown)));
	}

	private double close(LocalDate day) throws Exception {
		long start = System.nanoTime();
		Thread.ofVirtual().start(() -> ask(day));
		try (Connection connection = Sql.open(this.platform.database(Part.PAYMENT))) {
			String closed = "select count(*) from closed_days where business_day = date '%s' and exported_at is not null"
				.formatted(day);
			while (Sql.number(connection, closed) == 0) {
				if (System.nanoTime() - start > LIMIT.toNanos()) {
					throw new Unmeasurable("A day was not closed within %d minutes.".formatted(LIMIT.toMinutes()));
				}
				Thread.sleep(50);
			}
		}
		return (System.nanoTime() - start) / 1e9;
	}

	// It may take longer than one waits for an answer.
	private void ask(LocalDate day) {
		try {
			this.platform.http()
				.send("POST", this.platform.service(Part.PAYMENT).resolve("/api/v1/ops/settlements/" + day),
						this.platform.tokens().of(UUID.randomUUID(), "OPERATOR"), Map.of());
		}
		catch (Unmeasurable ex) {
			System.err.println(ex.getMessage());
		}
	}

	private double peakMebibytes() throws IOException {
		Path status = Path.of("/proc", String.valueOf(this.platform.process(Part.PAYMENT).pid()), "status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

}
