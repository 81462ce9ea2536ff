package dev.jangteo.order.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import dev.jangteo.order.catalog.OpeningHours.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningHoursTests {

	private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

	/** Fridays from 11 to 15 and 17 to 2 at night. */
	private static final List<Interval> FRIDAYS = List.of(new Interval(DayOfWeek.FRIDAY, 660, 900),
			new Interval(DayOfWeek.FRIDAY, 1020, 1560));

	@ParameterizedTest
	@CsvSource({ "2026-11-20T10:59:59+09:00, false", "2026-11-20T11:00:00+09:00, true",
			"2026-11-20T14:59:59+09:00, true", "2026-11-20T15:00:00+09:00, false", "2026-11-20T17:00:00+09:00, true",
			"2026-11-21T01:59:59+09:00, true", "2026-11-21T02:00:00+09:00, false", "2026-11-21T12:00:00+09:00, false" })
	void breaksAndNightsCount(String when, boolean open) {
		var hours = new OpeningHours(FRIDAYS, Set.of(), false, null);
		assertThat(hours.areOpenAt(at(when), SEOUL)).isEqualTo(open);
	}

	@Test
	void onAHolidayNothingStartsButTheNightBeforeEnds() {
		var saturdayOff = new OpeningHours(FRIDAYS, Set.of(LocalDate.of(2026, 11, 21)), false, null);
		var fridayOff = new OpeningHours(FRIDAYS, Set.of(LocalDate.of(2026, 11, 20)), false, null);

		assertThat(saturdayOff.areOpenAt(at("2026-11-21T01:00:00+09:00"), SEOUL)).isTrue();
		assertThat(fridayOff.areOpenAt(at("2026-11-20T12:00:00+09:00"), SEOUL)).isFalse();
		assertThat(fridayOff.areOpenAt(at("2026-11-21T01:00:00+09:00"), SEOUL)).isFalse();
	}

	@Test
	void aShopClosedByHandOpensAgainWhenItsTimeIsOver() {
		var until = at("2026-11-20T12:00:00+09:00");
		var closed = new OpeningHours(FRIDAYS, Set.of(), true, until);

		assertThat(closed.areOpenAt(until.minusSeconds(1), SEOUL)).isFalse();
		assertThat(closed.areOpenAt(until, SEOUL)).isTrue();
		assertThat(new OpeningHours(FRIDAYS, Set.of(), true, null).areOpenAt(until, SEOUL)).isFalse();
	}

	@Test
	void aShopWithoutHoursNeverOpens() {
		assertThat(OpeningHours.never().areOpenAt(at("2026-11-20T12:00:00+09:00"), SEOUL)).isFalse();
	}

	private static Instant at(String when) {
		return OffsetDateTime.parse(when).toInstant();
	}

}
