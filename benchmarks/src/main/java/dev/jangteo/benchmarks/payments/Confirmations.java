package dev.jangteo.benchmarks.payments;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Http;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.platform.Platform;
import dev.jangteo.benchmarks.sql.PgBenchScript;
import dev.jangteo.benchmarks.sql.Sql;
import dev.jangteo.benchmarks.sql.StatementLog;
import dev.jangteo.benchmarks.sql.StatementLog.Logged;
import dev.jangteo.benchmarks.tools.Cost;
import dev.jangteo.benchmarks.tools.PgBench;
import dev.jangteo.benchmarks.tools.Requests;
import dev.jangteo.benchmarks.tools.Wrk;
import dev.jangteo.servers.Database;

/**
 * Confirmations at payment-service, whose neighbours answer at once, against pgbench
 * repeating what it was seen to do in the database, on a copy of that database.
 */
public final class Confirmations {

	private static final double REACH = 0.40;

	private static final String DATABASE = "payment_service_alone";

	private static final String COPY = "payment_service_alone_peer";

	private static final String OURS = "confirmations";

	private static final String PEER = "pgbench";

	/** More than can be confirmed: each is sent once. */
	private static final int MOST_PER_SECOND = 2000;

	private static final int RECORDED = 4;

	private static final int RECORDINGS = 6;

	private static final int ATTEMPTS = 60;

	/** What runs beside the requests on other connections and belongs to no payment. */
	static final String MACHINERY = "(?is).*(notification_cursor|from notification_log|advisory_lock\\(|failed_subject"
			+ "|follower_memory|expires_at <= |count\\(\\*\\)|pg_snapshot_xm|sales_horizon|sales_totals|unanswered"
			+ "|skip locked|closed_days|unsettled_postings u|copied_orders where not gone).*|\\s*((set|show|select 1)\\b.*)?";

	private final Platform platform;

	private final int connections;

	/**
	 * Ends the neighbours of payment-service, which is started anew without them.
	 */
	public Confirmations(Platform platform, int connections) {
		this.platform = platform;
		this.connections = connections;
	}

	public List<Figure> measure(Rounds rounds, Duration time, Duration warmUp) throws Exception {
		try (InstantNeighbours neighbours = new InstantNeighbours()) {
			this.platform.stop(Part.ORDER);
			this.platform.stop(Part.SHOP);
			this.platform.startAnew(Part.PAYMENT, DATABASE, Map.of("JANGTEO_CLIENTS_ORDER_URL", neighbours.address(),
					"JANGTEO_PROVIDER_URL", neighbours.address()));
			confirm(neighbours, warmUp);
			List<PgBenchScript> scripts = recorded(neighbours);
			copyDatabase(neighbours);
			Database database = this.platform.database(Part.PAYMENT);
			PgBench pgBench = new PgBench(this.platform.postgres().port(), COPY, database.username(),
					database.password());
			confirm(neighbours, Duration.ofSeconds(2));
			pgBench.run(scripts, this.connections, Duration.ofSeconds(2));
			Measurements measured = rounds
				.withSeveral(OURS,
						() -> Cost.of(OURS, () -> this.platform.process(Part.PAYMENT), () -> confirm(neighbours, time)))
				.with(PEER, () -> pgBench.run(scripts, this.connections, time))
				.run();
			return List.of(Figure
				.ratio("payments.confirmations", "confirming a payment", "/s", measured.of(OURS), PEER,
						measured.of(PEER), REACH)
				.noting("%d connections; pgbench repeats %d statements; order-service and provider answer at once"
					.formatted(this.connections, scripts.getFirst().statements())),
					Figure.information("payments.cpu", "payment-service, processor time of a confirmation", "µs",
							measured.of(OURS + ".cpu")));
		}
	}

	private Wrk.Report confirm(InstantNeighbours neighbours, Duration time) throws IOException, InterruptedException {
		int count = (int) (MOST_PER_SECOND * time.toSeconds());
		// One thread: each of several would begin at the beginning.
		Wrk.Report report = new Requests(neighbours.confirmations(count, this.platform.tokens()), true)
			.asFastAsPossible(new Wrk(1, this.connections), this.platform.service(Part.PAYMENT), time);
		if (report.requests() > count) {
			throw new Unmeasurable("Payments were confirmed faster than they were made up.");
		}
		return report;
	}

	private List<PgBenchScript> recorded(InstantNeighbours neighbours) throws Exception {
		List<PgBenchScript> scripts = new ArrayList<>();
		try (StatementLog log = new StatementLog(this.platform.postgres(), DATABASE)) {
			for (int member = 0; member < RECORDED; member++) {
				scripts.add(recorded(neighbours, log, member));
			}
		}
		return scripts;
	}

	/**
	 * The shortest recording that was seen twice is the confirmation's alone.
	 */
	private PgBenchScript recorded(InstantNeighbours neighbours, StatementLog log, int member) throws Exception {
		List<List<Logged>> recordings = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS && recordings.size() < RECORDINGS; i++) {
			List<Logged> recording = log.during(() -> confirmed(neighbours, member))
				.stream()
				.filter((logged) -> !logged.sql().matches(MACHINERY))
				.toList();
			if (recording.stream().anyMatch((logged) -> logged.sql().contains("insert into payments"))
					&& recording.stream().anyMatch((logged) -> logged.sql().contains("insert into postings"))) {
				recordings.add(recording);
			}
		}
		recordings.sort(Comparator.comparingInt(List::size));
		for (int i = 1; i < recordings.size(); i++) {
			if (PgBenchScript.alike(recordings.get(i - 1), recordings.get(i))) {
				return PgBenchScript.of("m%d_".formatted(member), recordings.get(i - 1), recordings.get(i));
			}
		}
		throw new Unmeasurable("Confirming a payment did not lead to the same statements twice.");
	}

	private Http.Answer confirmed(InstantNeighbours neighbours, int member) {
		URI address = this.platform.service(Part.PAYMENT).resolve("/api/v1/payments/confirmations");
		return this.platform.http()
			.send("POST", address, this.platform.tokens().of(neighbours.member(member), "SHOPPER"),
					neighbours.confirmation(member), "Idempotency-Key", UUID.randomUUID().toString());
	}

	/**
	 * A database is copied while nobody is in it; the service comes back by itself.
	 */
	private void copyDatabase(InstantNeighbours neighbours) throws Exception {
		try (Connection connection = Sql.open(this.platform.postgres().administration())) {
			Sql.execute(connection, "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(DATABASE));
			try {
				Sql.execute(connection,
						"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s'"
							.formatted(DATABASE));
				Sql.execute(connection, "CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(COPY, DATABASE, DATABASE));
			}
			finally {
				Sql.execute(connection, "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(DATABASE));
			}
		}
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		for (int well = 0; well < this.connections;) {
			well = (confirmed(neighbours, 0).status() == 200) ? well + 1 : 0;
			if (System.nanoTime() > end) {
				throw new Unmeasurable("payment-service has not come back to its database.");
			}
		}
	}

}
