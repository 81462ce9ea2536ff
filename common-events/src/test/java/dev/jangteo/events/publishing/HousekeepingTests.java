package dev.jangteo.events.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HousekeepingTests {

	SimpleMeterRegistry meters = new SimpleMeterRegistry();

	LogDatabase database;

	Housekeeping housekeeping;

	@BeforeEach
	void create() {
		database = LogDatabase.create("housekeeping_tests");
		housekeeping = housekeeping(Clock.systemUTC());
		database.jdbc().sql("select create_notification_partition('2020-01-01')").query(row -> {
		});
		database.jdbc().sql("""
				insert into notification_log (aggregate, change, subject, subject_version, time)
				select 'thing', 'changed', uuidv7(), 1, '2020-01-01T10:00:00Z' from generate_series(1, 3)
				""").update();
	}

	@Test
	void dropsAnOldDayOnceItIsWhollySent() {
		moveCursor(2);
		housekeeping.keepPartitions();
		assertThat(partitions("notification_log_20200101")).isOne();

		moveCursor(3);
		housekeeping.keepPartitions();
		assertThat(partitions("notification_log_20200101")).isZero();
		assertThat(number("select dropped_until from notification_cursor")).isEqualTo(3);
	}

	@Test
	void makesTheComingDaysAhead() {
		housekeeping(Clock.fixed(Instant.parse("2031-05-05T00:00:00Z"), ZoneOffset.UTC)).keepPartitions();
		assertThat(partitions("notification_log_20310505")).isOne();
		assertThat(partitions("notification_log_20310512")).isOne();
	}

	@Test
	void countsWhatIsNotSentAndHowOldItIs() {
		moveCursor(1);
		housekeeping.count();
		assertThat(meters.get("jangteo.events.log.unsent.rows").gauge().value()).isEqualTo(2);
		assertThat(meters.get("jangteo.events.log.unsent.seconds").gauge().value()).isGreaterThan(1e8);
	}

	private Housekeeping housekeeping(Clock clock) {
		var settings = new PublishingSettings.Relay(true, 10, Duration.ofMillis(50), Duration.ofSeconds(1),
				Duration.ofSeconds(3), 3, Duration.ofDays(7), 7);
		return new Housekeeping(database.jdbc(), database.transactions(), settings, clock, meters);
	}

	private void moveCursor(long position) {
		database.jdbc().sql("update notification_cursor set position = ?").param(position).update();
	}

	private long partitions(String name) {
		return number("select count(*) from pg_class where relname = '" + name + "'");
	}

	private long number(String sql) {
		return database.jdbc().sql(sql).query(Long.class).single();
	}

}
