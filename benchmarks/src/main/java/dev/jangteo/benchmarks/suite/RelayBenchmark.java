package dev.jangteo.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.jangteo.benchmarks.figures.Figure;
import dev.jangteo.benchmarks.figures.Measurements;
import dev.jangteo.benchmarks.figures.Rounds;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.platform.Part;
import dev.jangteo.benchmarks.sql.Sql;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The relay of order-service with a backlog in its notification log, to Kafka's
 * acknowledgement of the last row, against reading the same rows from the same log with
 * the same queries and doing nothing with them, and beside a producer that sends messages
 * of the same size without reading anything: what the relay cannot be faster than.
 */
final class RelayBenchmark implements Benchmark {

	/** The relay's own two queries; a test compares them with its source. */
	static final String OPEN = """
			select last.position, case when last.position > ? then pg_current_xact_id()::text end
			from (select coalesce(max(position), 0) as position from notification_log) as last
			""";

	static final String READ = """
			select position, id, aggregate, change, subject, subject_version, time, traceparent
			from notification_log
			where position > ? and position <= ? and pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8
			order by position
			limit ?
			""";

	static final int BATCH = 2000;

	private static final double REACH = 0.65;

	private static final String OURS = "relay";

	private static final String PEER = "reading alone";

	private static final String PRODUCER = "producing alone";

	/** Belongs to nobody else, so that nobody follows it. */
	private static final String TOPIC = "bench.relay";

	/** A notification in the form in which the relay sends it. */
	private static final int MESSAGE_BYTES = 262;

	private static final Duration LIMIT = Duration.ofSeconds(120);

	@Override
	public String name() {
		return OURS;
	}

	@Override
	public String about() {
		return "the relay with a backlog, against reading the same log from the database alone";
	}

	@Override
	public Set<Part> needs() {
		return Set.of(Part.POSTGRES, Part.KAFKA, Part.ORDER);
	}

	@Override
	public List<Figure> measure(Run run) throws Exception {
		int backlog = run.pace().backlog();
		try (Connection connection = Sql.open(run.platform().database(Part.ORDER));
				Producer<byte[], byte[]> producer = producer(run.platform().kafka())) {
			run.progress().say("relay: backlogs of %,d rows".formatted(backlog));
			relayed(connection, backlog);
			read(connection, backlog);
			produced(producer, backlog);
			Measurements rates = run.pace()
				.newRounds()
				.with(OURS, () -> relayed(connection, backlog))
				.with(PEER, () -> read(connection, backlog))
				.with(PRODUCER, () -> produced(producer, backlog))
				.run();
			return List.of(
					Figure.ratio("relay.throughput", "relay", "rows/s", rates.of(OURS), PEER, rates.of(PEER), REACH)
						.noting("backlogs of %,d rows, batches of %,d".formatted(backlog, BATCH)),
					Figure.information("relay.producer", "relay, beside the producer's limit", "rows/s", rates.of(OURS))
						.beside(PRODUCER, rates.of(PRODUCER)));
		}
	}

	/**
	 * Commits a backlog and answers how many of its rows a second were acknowledged by
	 * Kafka and passed by the cursor.
	 */
	private static double relayed(Connection connection, int backlog) throws SQLException, InterruptedException {
		Sql.execute(connection, """
				INSERT INTO notification_log (aggregate, change, subject, subject_version)
				SELECT 'order', 'changed', uuidv7(), 1 FROM generate_series(1, %d)
				""".formatted(backlog));
		long start = System.nanoTime();
		long last = last(connection);
		while (Sql.number(connection, "SELECT position FROM notification_cursor") < last) {
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new Unmeasurable(
						"The relay did not send %,d rows within %d s.".formatted(backlog, LIMIT.toSeconds()));
			}
			Thread.sleep(5);
		}
		return backlog * 1e9 / (System.nanoTime() - start);
	}

	/**
	 * Sends as many messages of a notification's size, with the relay's settings, and
	 * answers how many a second were acknowledged.
	 */
	private static double produced(Producer<byte[], byte[]> producer, int count) {
		long start = System.nanoTime();
		for (int i = 0; i < count; i++) {
			byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
			var _ = producer.send(new ProducerRecord<>(TOPIC, key, new byte[MESSAGE_BYTES]));
		}
		producer.flush();
		return count * 1e9 / (System.nanoTime() - start);
	}

	private static Producer<byte[], byte[]> producer(String bootstrapServers) throws Exception {
		try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
			admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty()))).all().get();
		}
		return new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all",
						ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.LINGER_MS_CONFIG, 1,
						ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/**
	 * Reads as many rows from the end of the log and answers how many a second.
	 */
	private static double read(Connection connection, int backlog) throws SQLException {
		long start = System.nanoTime();
		long last = 0;
		long horizon = 0;
		long position;
		try (PreparedStatement open = connection.prepareStatement(OPEN)) {
			open.setLong(1, 0);
			try (ResultSet row = open.executeQuery()) {
				row.next();
				last = row.getLong(1);
				horizon = row.getLong(2);
				position = last - backlog;
			}
		}
		long rows = 0;
		try (PreparedStatement statement = connection.prepareStatement(READ)) {
			while (position < last) {
				statement.setLong(1, position);
				statement.setLong(2, last);
				statement.setString(3, String.valueOf(horizon));
				statement.setInt(4, BATCH);
				try (ResultSet row = statement.executeQuery()) {
					long before = position;
					while (row.next()) {
						position = row(row).position();
						rows++;
					}
					if (position == before) {
						throw new Unmeasurable("The log cannot be read: a transaction is still open.");
					}
				}
			}
		}
		return rows * 1e9 / (System.nanoTime() - start);
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
				row.getObject(5, UUID.class), row.getLong(6), row.getObject(7, OffsetDateTime.class).toInstant(),
				row.getString(8));
	}

	private record Row(long position, UUID id, String aggregate, String change, UUID subject, long version,
			Instant time, @Nullable String trace) {
	}

	private static long last(Connection connection) throws SQLException {
		return Sql.number(connection, "SELECT max(position) FROM notification_log");
	}

}
