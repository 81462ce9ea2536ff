package dev.jangteo.events.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.jangteo.events.UuidV7;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogReaderTests {

	static LogDatabase database;

	LogReader reader = new LogReader();

	UUID subject = UuidV7.next();

	@BeforeAll
	static void create() {
		database = LogDatabase.create("log_reader_tests");
	}

	@BeforeEach
	void empty() {
		database.jdbc().sql("truncate notification_log").update();
	}

	@Test
	void doesNotReadPastARowThatIsNotCommittedYet() throws SQLException {
		try (var late = database.begin(); var early = database.open(); var reading = database.open()) {
			LogDatabase.append(late, "thing", UuidV7.next(), 1);
			LogDatabase.append(early, "thing", subject, 1);
			assertThat(reader.next(reading, 0, 10)).isNull();

			late.commit();
			assertThat(reader.next(reading, 0, 10)).hasSize(2);
		}
	}

	@Test
	void doesNotWaitForARowThatWasRolledBack() throws SQLException {
		try (var gone = database.begin(); var kept = database.open(); var reading = database.open()) {
			LogDatabase.append(gone, "thing", UuidV7.next(), 1);
			LogDatabase.append(kept, "thing", subject, 1);
			gone.rollback();
			assertThat(reader.next(reading, 0, 10)).hasSize(1);
		}
	}

	@Test
	void keepsTheOrderWithinASubjectWhenATransactionOpensEarlyAndCommitsLate() throws SQLException {
		try (var early = database.begin();
				var between = database.begin();
				var other = database.open();
				var reading = database.open()) {
			openTransactionId(early);
			openTransactionId(between);
			LogDatabase.append(other, "thing", subject, 1);
			LogDatabase.append(early, "thing", subject, 2);
			early.commit();
			// The second version has the lower transaction id, and a third transaction,
			// in between, is still open.
			assertThat(reader.next(reading, 0, 10)).isNull();

			between.commit();
			assertThat(reader.next(reading, 0, 10)).extracting(LogRow::subjectVersion).containsExactly(1L, 2L);
		}
	}

	@Test
	void aPositionIsDrawnAfterTheTransactionId() {
		var plan = database.jdbc()
			.sql("""
					explain (verbose, costs off)
					insert into notification_log (aggregate, change, subject, subject_version) values ('thing', 'changed', uuidv7(), 1)
					""")
			.query(String.class)
			.list();
		assertThat(String.join(" ", plan)).containsSubsequence("pg_current_xact_id()", "nextval(");
	}

	@Test
	void readsInPages() throws SQLException {
		try (var connection = database.open()) {
			for (int version = 1; version <= 25; version++) {
				LogDatabase.append(connection, "thing", subject, version);
			}
			var read = new ArrayList<Long>();
			long after = 0;
			for (var page = next(connection, after); !page.isEmpty(); page = next(connection, after)) {
				page.forEach(row -> read.add(row.subjectVersion()));
				after = page.getLast().position();
			}
			assertThat(read).hasSize(25).isSorted();
		}
	}

	@Test
	void neitherSkipsNorReordersUnderConcurrentWriters() throws Exception {
		long seed = new Random().nextLong();
		System.out.println("LogReaderTests seed " + seed);
		int writers = 6;
		database.jdbc().sql("drop table if exists subject").update();
		database.jdbc().sql("create table subject (id uuid primary key, version bigint not null)").update();
		var subjects = new ArrayList<UUID>();
		for (int i = 0; i < 12; i++) {
			subjects.add(UuidV7.next());
			database.jdbc().sql("insert into subject values (?, 0)").param(subjects.get(i)).update();
		}
		try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var reading = database.open()) {
			var running = new ArrayList<Future<Integer>>();
			for (int i = 0; i < writers; i++) {
				running.add(threads.submit(writer(new Random(seed + i), subjects)));
			}
			var read = new ArrayList<LogRow>();
			boolean done = false;
			while (true) {
				var page = reader.next(reading, read.isEmpty() ? 0 : read.getLast().position(), 50);
				if (page != null) {
					read.addAll(page);
					if (page.isEmpty() && done) {
						break;
					}
				}
				done = running.stream().allMatch(Future::isDone);
			}
			int committed = 0;
			for (var writer : running) {
				committed += writer.get();
			}
			assertThat(read).hasSize(committed).doesNotHaveDuplicates();
			var versions = new HashMap<UUID, Long>();
			read.forEach(
					row -> assertThat(row.subjectVersion()).isEqualTo(versions.merge(row.subject(), 1L, Long::sum)));
		}
	}

	@Test
	void findsTheFirstPageOfAGreatBacklogAtOnce() throws SQLException {
		database.jdbc().sql("""
				insert into notification_log (aggregate, change, subject, subject_version)
				select 'thing', 'changed', uuidv7(), 1 from generate_series(1, 200000)
				""").update();
		try (var session = new RelaySession(database.open(), Duration.ofSeconds(3))) {
			session.next(0, 1);
			long begun = System.nanoTime();
			assertThat(session.next(0, 2000)).hasSize(2000);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(300));
		}
	}

	private List<LogRow> next(Connection connection, long after) throws SQLException {
		var page = reader.next(connection, after, 10);
		assertThat(page).isNotNull();
		return page;
	}

	private static Callable<Integer> writer(Random random, List<UUID> subjects) {
		return () -> {
			int committed = 0;
			try (var connection = database.begin()) {
				for (int i = 0; i < 80; i++) {
					if (random.nextBoolean()) {
						openTransactionId(connection);
					}
					pause(connection, random);
					var subject = subjects.get(random.nextInt(subjects.size()));
					append(connection, subject);
					pause(connection, random);
					if (random.nextInt(5) == 0) {
						connection.rollback();
					}
					else {
						connection.commit();
						committed++;
					}
				}
			}
			return committed;
		};
	}

	private static void append(Connection connection, UUID subject) throws SQLException {
		try (var change = connection
			.prepareStatement("update subject set version = version + 1 where id = ? returning version")) {
			change.setObject(1, subject);
			try (var row = change.executeQuery()) {
				row.next();
				LogDatabase.append(connection, "thing", subject, row.getLong(1));
			}
		}
	}

	private static void pause(Connection connection, Random random) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("select pg_sleep(%s)".formatted(random.nextInt(4) / 1000.0));
		}
	}

	private static void openTransactionId(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("select pg_current_xact_id()");
		}
	}

}
