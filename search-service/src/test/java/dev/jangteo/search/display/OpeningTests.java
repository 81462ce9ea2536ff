package dev.jangteo.search.display;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.jangteo.search.display.Opening.Interval;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningTests {

	private static final String SEOUL = "Asia/Seoul";

	private static final int FRIDAY = 4;

	private static final int SATURDAY = 5;

	/** Fridays from eleven to two at night, with a break in the afternoon. */
	private static final List<Interval> FRIDAYS = List.of(new Interval(FRIDAY, 660, 900),
			new Interval(FRIDAY, 1020, 1560));

	@Test
	void isOpenWithinAnInterval() {
		var opening = aFridayShop();
		assertThat(opening.isOpen(seoul("2026-11-20T10:59"))).isFalse();
		assertThat(opening.isOpen(seoul("2026-11-20T11:00"))).isTrue();
		assertThat(opening.isOpen(seoul("2026-11-20T14:59"))).isTrue();
		assertThat(opening.isOpen(seoul("2026-11-20T15:00"))).isFalse();
	}

	@Test
	void isOpenAfterMidnight() {
		var opening = aFridayShop();
		assertThat(opening.isOpen(seoul("2026-11-21T01:59"))).isTrue();
		assertThat(opening.isOpen(seoul("2026-11-21T02:00"))).isFalse();
	}

	@Test
	void beginsNothingOnAHolidayButEndsTheNightBefore() {
		var friday = Opening.of(SEOUL, FRIDAYS, List.of(LocalDate.parse("2026-11-20")), false, null);
		assertThat(friday.isOpen(seoul("2026-11-20T12:00"))).isFalse();
		assertThat(friday.isOpen(seoul("2026-11-21T01:00"))).isFalse();
		var saturday = Opening.of(SEOUL, FRIDAYS, List.of(LocalDate.parse("2026-11-21")), false, null);
		assertThat(saturday.isOpen(seoul("2026-11-21T01:00"))).isTrue();
	}

	@Test
	void isClosedForTheTimeBeing() {
		var until = Instant.parse("2026-11-20T04:00:00Z");
		var opening = Opening.of(SEOUL, FRIDAYS, List.of(), true, until);
		assertThat(opening.isOpen(seoul("2026-11-20T12:59"))).isFalse();
		assertThat(opening.next(seoul("2026-11-20T12:00"))).isEqualTo(until);
		assertThat(opening.isOpen(seoul("2026-11-20T13:00"))).isTrue();
	}

	@Test
	void tellsWhenItOpensNext() {
		var opening = aFridayShop();
		assertThat(opening.next(seoul("2026-11-20T10:00"))).isEqualTo(instant("2026-11-20T11:00"));
		assertThat(opening.next(seoul("2026-11-20T15:30"))).isEqualTo(instant("2026-11-20T17:00"));
		assertThat(opening.next(seoul("2026-11-21T03:00"))).isEqualTo(instant("2026-11-27T11:00"));
	}

	@Test
	void doesNotTellWhatNobodyKnows() {
		assertThat(Opening.of(SEOUL, FRIDAYS, List.of(), true, null).next(seoul("2026-11-20T10:00"))).isNull();
		assertThat(Opening.of(SEOUL, List.of(), List.of(), false, null).next(seoul("2026-11-20T10:00"))).isNull();
	}

	@Test
	void isTheSameAfterItWasStored() {
		var opening = Opening.of(SEOUL, List.of(new Interval(SATURDAY, 0, 2880)), List.of(LocalDate.EPOCH), true,
				Instant.EPOCH);
		var stored = ByteBuffer.allocate(opening.size());
		opening.write(stored);
		assertThat(stored.hasRemaining()).isFalse();
		assertThat(Opening.read(stored.flip())).usingRecursiveComparison().isEqualTo(opening);
	}

	private static Opening aFridayShop() {
		return Opening.of(SEOUL, FRIDAYS, List.of(), false, null);
	}

	private static Moment seoul(String local) {
		return new Moment(instant(local));
	}

	private static Instant instant(String local) {
		return Instant.parse(local + ":00+09:00");
	}

}
